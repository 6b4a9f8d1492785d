"""The public files: one format a module."""
