"""Bamboo: facts with their proof in, pages and public data out. Knows nothing of MkDocs."""
