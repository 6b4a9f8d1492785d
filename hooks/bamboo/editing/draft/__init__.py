"""Suggestions for a newly added text: its passages as draft facts, and as quotes for claims told already."""
