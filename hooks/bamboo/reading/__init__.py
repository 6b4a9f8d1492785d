"""Reads what newspapers print: numbers, dates and names, each with its place in the text."""
