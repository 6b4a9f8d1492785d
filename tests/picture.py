"""Takes the README's picture of the home page from the built site, and draws the site's icons and the
pictures that shared links show: `make picture`."""

from __future__ import annotations

import sys

import chromium
import project
from bamboo.site import social
from playwright.sync_api import Browser, sync_playwright

PICTURE = project.ROOT / "docs" / "assets" / "pictures" / "home.png"
ASSETS = project.ROOT / "docs" / "assets"
ICONS = {"apple-touch-icon.png": 180, "icon-192.png": 192, "icon-512.png": 512}
SAYS = "What published texts say about Vietnam’s foreign relations, in their exact words"
CARD = """<!doctype html><body style="margin:0;width:1200px;height:630px;box-sizing:border-box;
padding:90px 100px;background:#fbfcf9;border-bottom:24px solid #4b9c6c;font-family:'Noto Sans',sans-serif;
color:#18211c">
<div style="display:flex;align-items:center;gap:28px;font:600 52px 'Noto Serif',serif">
<div style="width:88px;height:88px">{logo}</div>Bamboo</div>
<div style="margin-top:70px;font:600 104px/1.1 'Noto Serif',serif">{name}</div>
<div style="margin-top:36px;font-size:36px;line-height:1.4;color:#46534b">{says}</div></body>"""
ICON = """<!doctype html><body style="margin:0;width:{size}px;height:{size}px;background:#fbfcf9">
<div style="padding:12%">{logo}</div></body>"""


def draw(browser: Browser) -> None:
    """The icons, and a picture for each kind of page."""
    logo = (ASSETS / "bamboo.svg").read_text(encoding="utf-8")
    (project.ROOT / "docs" / social.FOLDER).mkdir(exist_ok=True)
    names = {social.OTHERS: "Vietnam’s foreign relations, sourced", **social.WORDS}
    for folder, name in names.items():
        page = browser.new_page(viewport={"width": 1200, "height": 630})
        page.set_content(CARD.format(logo=logo, name=name, says=SAYS))
        page.screenshot(path=project.ROOT / "docs" / social.FOLDER / f"{folder}.png")
        page.close()
    for file, size in ICONS.items():
        page = browser.new_page(viewport={"width": size, "height": size})
        page.set_content(ICON.format(logo=logo, size=size))
        page.screenshot(path=ASSETS / file)
        page.close()


def main() -> int:
    path = chromium.find()
    if path is None:
        print(chromium.MISSING, file=sys.stderr)
        return 1
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        draw(browser)
        page = browser.new_page(viewport={"width": 1200, "height": 1040}, color_scheme="light")
        page.goto((project.ROOT / "site" / "index.html").as_uri())
        page.screenshot(path=PICTURE)
        browser.close()
    print(f"Taken: {PICTURE.relative_to(project.ROOT)}, the icons and the pictures of shared links")
    return 0


if __name__ == "__main__":
    sys.exit(main())
