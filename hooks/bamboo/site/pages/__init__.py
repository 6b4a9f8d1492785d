"""What each kind of page says: sorted, worded, linked; no markup. Templates place it and decide nothing."""
