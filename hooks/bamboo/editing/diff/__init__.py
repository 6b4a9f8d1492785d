"""What a change of the data alters in meaning: two libraries in, claims, names, coverage and pages out."""
