/* Elements, made and found: what the scripts have in common. */

/** An element with a class and what is in it; text only ever becomes text. */
export const make = (tag, className, ...inside) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...inside);
  return element;
};

export const link = (href, className, ...inside) => {
  const found = make("a", className, ...inside);
  found.href = href;
  return found;
};

export const button = (className, text, act) => {
  const found = make("button", className, text);
  found.type = "button";
  found.addEventListener("click", () => act(found));
  return found;
};

/** Give the reader a text as a file. */
export const save = (name, type, text) => {
  const file = link(URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` })), "");
  file.download = name;
  file.click();
  setTimeout(() => URL.revokeObjectURL(file.href), 1000);
};

/** The id that an address names after "#"; "" where there is none, or none that can be read. */
export const named = (hash) => {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
};

/** "1 claim", "1,200 claims". */
export const counted = (many, one) => `${many.toLocaleString("en")} ${one}${many === 1 ? "" : "s"}`;
