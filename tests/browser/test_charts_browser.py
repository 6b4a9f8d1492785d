"""Charts in a browser: words stay inside, are large enough, and can be seen in light and dark."""

from __future__ import annotations

from pathlib import Path

import pytest
from claims import data
from every import Every
from labels import label_of
from playwright.sync_api import Browser, Page
from watched import Scheme

# What the style sheet makes of each word and mark: its box beside that of its picture, size, colours.
MEASURE = """() => [...document.querySelectorAll('svg.chart')].flatMap(svg => {
  const all = svg.getBoundingClientRect();
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgb = colour => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const paper = rgb(getComputedStyle(document.body).getPropertyValue('--paper'));
  return [...svg.querySelectorAll('text, path, line')].map(shape => {
    const box = shape.getBoundingClientRect(), style = getComputedStyle(shape);
    const text = shape.tagName === 'text';
    const fill = text || style.fill !== 'none' && shape.tagName === 'path' ? style.fill : style.stroke;
    return {
      text, words: shape.textContent, name: shape.getAttribute('class'), paper,
      colour: rgb(fill), edge: style.stroke === 'none' ? null : rgb(style.stroke),
      out: Math.max(all.left - box.left, box.right - all.right, all.top - box.top, box.bottom - all.bottom),
      size: text ? parseFloat(style.fontSize) * all.width / svg.viewBox.baseVal.width : 0,
    };
  });
})"""

SCHEMES = [(360, "light"), (360, "dark"), (1440, "light"), (1440, "dark")]


def luminance(colour: list[int]) -> float:
    parts = [c / 255 for c in colour]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: list[int], other: list[int]) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def charted(site: Path) -> list[str]:
    """Every page with charts."""
    pages = [indicator["url"] for indicator in data(site, "indicators")]
    pages += [year["url"] for year in data(site, "years")]
    pages = [page for page in pages if 'class="chart"' in (site / page).read_text(encoding="utf-8")]
    assert pages
    return ["charts.html", "figures/index.html", *pages]


def assert_seen(page: Page, address: str) -> None:
    shapes = page.evaluate(MEASURE)
    assert shapes, address
    for shape in shapes:
        where = (address, shape["name"], shape["words"])
        # A rule is half as wide again as the box says.
        assert shape["out"] <= 1.5, (*where, shape["out"])
        if shape["text"]:
            assert shape["size"] >= 11, (*where, shape["size"])
            assert contrast(shape["colour"], shape["paper"]) >= 4.5, where
        else:
            seen = [shape["colour"], *([shape["edge"]] if shape["edge"] else [])]
            assert max(contrast(colour, shape["paper"]) for colour in seen) >= 3, where


@pytest.mark.parametrize(("width", "scheme"), SCHEMES)
def test_words_and_marks_are_inside_and_seen(
    browser: Browser, site: Path, width: int, scheme: Scheme, every: Every
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    for address in charted(site):
        with every.test(label_of(address)):
            page.goto((site / address).as_uri())
            wider = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            assert wider <= 0, address
            assert_seen(page, address)
    context.close()


def test_the_readers_choice_of_light_or_dark_goes_before_the_systems(browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 800}, color_scheme="light")
    page = context.new_page()
    page.goto((site / "figures/trade-turnover.html").as_uri())
    before = [shape["colour"] for shape in page.evaluate(MEASURE) if shape["text"]]
    page.locator("label[title='Switch to dark']").click()
    page.wait_for_selector("body[data-md-color-scheme=slate]")
    assert_seen(page, "figures/trade-turnover.html")
    after = [shape["colour"] for shape in page.evaluate(MEASURE) if shape["text"]]
    assert all(dark != light for dark, light in zip(after, before, strict=True))
    context.close()


def test_on_paper_charts_are_light_and_whole(browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport={"width": 700, "height": 900}, color_scheme="dark")
    page = context.new_page()
    page.emulate_media(media="print", color_scheme="dark")
    page.goto((site / "figures/trade-turnover.html").as_uri())
    assert_seen(page, "figures/trade-turnover.html")
    shapes = page.evaluate(MEASURE)
    assert all(luminance(shape["paper"]) > 0.8 for shape in shapes)
    assert page.locator("figure.pictured").evaluate("e => getComputedStyle(e).breakInside") == "avoid"
    context.close()


def test_a_picture_is_taken_as_png(browser: Browser, site: Path, every: Every) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    for address in ("charts.html", "figures/trade-turnover.html"):
        page.goto((site / address).as_uri())
        figures = page.locator("figure.pictured")
        assert figures.count() >= 1
        for figure in figures.all():
            with every.test(label_of(address, figure.locator(".pictured__finding").inner_text())):
                with page.expect_download() as waiting:
                    figure.get_by_role("button", name="PNG").click()
                file = figure.locator("a[download]").get_attribute("href")
                assert file is not None
                assert waiting.value.suggested_filename == Path(file).with_suffix(".png").name
                image = Path(waiting.value.path()).read_bytes()
                assert image.startswith(b"\x89PNG")
                width, height = (int.from_bytes(image[at : at + 4]) for at in (16, 20))
                assert width > 1000
                assert height > 400
                # More than paper: what one colour makes is packed to almost nothing.
                assert len(image) > 15_000
    context.close()


def test_without_scripts_a_picture_can_be_read_and_taken_as_svg(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "charts.html").as_uri())
    assert page.get_by_role("button", name="PNG").count() == 0
    assert page.locator("figure.pictured svg").first.is_visible()
    page.get_by_text("The same in words, with the proof").first.click()
    page.locator(".pictured__behind a").first.click()
    assert "/facts/" in page.url
    context.close()
