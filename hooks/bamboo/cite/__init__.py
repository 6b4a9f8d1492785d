"""Citations of claims and of the sources that prove them: APA, BibTeX, RIS and CSL-JSON."""
