"""Charts as inline SVG, made from what a block says. No font is measured and nothing is fetched."""
