// Gives a page the colours that its reader chose, before anything of it is drawn.
export const start = () => {
  const chosen = globalThis.__md_get("__palette")?.color;
  if (!chosen) return;
  const colours = { ...chosen };
  if (colours.media === "(prefers-color-scheme)") {
    const wanted = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    const input = document.querySelector(`[data-md-color-media="(prefers-color-scheme: ${wanted})"]`);
    for (const name of ["media", "scheme", "primary", "accent"]) {
      colours[name] = input.getAttribute(`data-md-color-${name}`);
    }
  }
  for (const [name, value] of Object.entries(colours)) {
    document.body.setAttribute(`data-md-color-${name}`, value);
  }
};
