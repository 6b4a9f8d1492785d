"""The world as shapes to draw: Natural Earth's countries on a flat sheet. It knows no partner and no page."""
