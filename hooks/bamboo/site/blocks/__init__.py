"""The blocks that pages are made of: views beside their templates."""
