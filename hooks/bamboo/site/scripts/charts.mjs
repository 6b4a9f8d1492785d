/* Takes a picture away as PNG, and completes the address in its HTML for other pages.

   The PNG is drawn from the SVG on the page: a file cannot be read by a page opened from a disk. */

import { address, hosted } from "./cite.mjs";
import { button } from "./dom.mjs";

const SCALE = 3; // pixels for a unit of the picture
const AIR = 14;
const STYLES = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-family", "font-weight", "font-size"];

/** `text` in lines no wider than `room`, as `measure` sees them. */
export const wrapped = (text, room, measure) => {
  const lines = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && measure(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
};

/** Where everything is in the picture with its title and source line, in units of the picture. */
export const arranged = ({ width, height, title, source }) => {
  const top = AIR + title.length * 21 + 6;
  const foot = top + height + 10;
  return { top, foot, width: width + 2 * AIR, height: foot + source.length * 14 + AIR };
};

/** An SVG of the page as a text that needs no style sheet. */
const alone = (svg) => {
  const copy = svg.cloneNode(true);
  const [from, to] = [svg, copy].map((root) => [root, ...root.querySelectorAll("*")]);
  from.forEach((element, at) => {
    const style = getComputedStyle(element);
    STYLES.forEach((name) => to[at].setAttribute(name, style.getPropertyValue(name)));
    to[at].removeAttribute("class");
  });
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  return new XMLSerializer().serializeToString(copy);
};

const image = (text) =>
  new Promise((resolve, reject) => {
    const made = new Image();
    made.onload = () => resolve(made);
    made.onerror = () => reject(new Error("the picture cannot be drawn"));
    made.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  });

/** A picture with its title and source line on a canvas. */
const painted = async (figure) => {
  const svg = figure.querySelector("svg.chart");
  const { width, height } = svg.viewBox.baseVal;
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  const colours = getComputedStyle(document.body);
  const family = getComputedStyle(svg).fontFamily;
  const font = (size, weight) => (pen.font = `${weight} ${size}px ${family}`);
  const lines = (selector) =>
    wrapped(figure.querySelector(selector).textContent, width, (text) => pen.measureText(text).width);
  font(16, 600);
  const title = lines(".pictured__finding");
  font(11, 400);
  const source = lines(".pictured__source");
  const place = arranged({ width, height, title, source });
  canvas.width = place.width * SCALE;
  canvas.height = place.height * SCALE;
  pen.scale(SCALE, SCALE);
  pen.fillStyle = colours.getPropertyValue("--paper");
  pen.fillRect(0, 0, place.width, place.height);
  pen.fillStyle = colours.getPropertyValue("--ink");
  font(16, 600);
  title.forEach((line, at) => pen.fillText(line, AIR, AIR + 14 + at * 21));
  pen.drawImage(await image(alone(svg)), AIR, place.top, width, height);
  pen.fillStyle = colours.getPropertyValue("--ink-3");
  font(11, 400);
  source.forEach((line, at) => pen.fillText(line, AIR, place.foot + 10 + at * 14));
  return canvas;
};

const saved = async (figure, name) => {
  const canvas = await painted(figure);
  canvas.toBlob((blob) => {
    const file = document.createElement("a");
    file.href = URL.createObjectURL(blob);
    file.download = name;
    file.click();
    setTimeout(() => URL.revokeObjectURL(file.href), 1000);
  }, "image/png");
};

export const start = () => {
  document.querySelectorAll("figure.pictured").forEach((figure) => {
    const take = figure.querySelector(".pictured__take");
    take.append(button("pictured__png", "PNG", () => saved(figure, take.dataset.png)));
    const slot = figure.querySelector(".pictured__embed [data-address]");
    if (hosted(location.href)) slot.textContent = address(slot.dataset.address, location.href);
  });
};
