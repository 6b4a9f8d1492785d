"""The pages of the site and what they are made of."""
