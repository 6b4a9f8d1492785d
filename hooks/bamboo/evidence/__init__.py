"""What proves a claim: quotes found in their seeds, what they say, what they leave out."""
