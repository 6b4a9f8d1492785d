"""Suggestions for a newly added text: its passages as draft facts, or quotes for recorded claims."""
