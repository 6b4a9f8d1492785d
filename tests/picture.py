"""Takes the README's picture of the home page from the built site: `make picture`."""

from __future__ import annotations

import sys

import chromium
import project
from playwright.sync_api import sync_playwright

PICTURE = project.ROOT / "docs" / "assets" / "pictures" / "home.png"


def main() -> int:
    path = chromium.find()
    if path is None:
        print(chromium.MISSING, file=sys.stderr)
        return 1
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1200, "height": 1040}, color_scheme="light")
        page.goto((project.ROOT / "site" / "index.html").as_uri())
        page.screenshot(path=PICTURE)
        browser.close()
    print(f"Taken: {PICTURE.relative_to(project.ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
