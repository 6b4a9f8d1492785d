"""Citations of claims and of the sources they rest on: APA, BibTeX, RIS and CSL-JSON."""
