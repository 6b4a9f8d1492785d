"""Finds an installed Chromium or Chrome."""

from __future__ import annotations

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PACKAGES = ("chromium", "fonts-noto-core")
MISSING = (
    "The browser test needs Chromium or Chrome: install one (Debian: apt-get install chromium), "
    "or name its program in BAMBOO_CHROMIUM."
)


def find() -> str | None:
    """Path of a browser, or None."""
    named = os.environ.get("BAMBOO_CHROMIUM")
    if named:
        return shutil.which(named)
    return next((path for name in NAMES if (path := shutil.which(name))), None)
