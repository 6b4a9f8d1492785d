"""The world as shapes to draw: Natural Earth's countries, projected. It knows of no partner and no page."""
