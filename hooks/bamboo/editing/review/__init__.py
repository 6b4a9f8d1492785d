"""A source reviewed in the terminal: each thing to decide is shown, and a decision becomes files."""
