"""The library linked both ways: claims, their wording and their addresses."""
