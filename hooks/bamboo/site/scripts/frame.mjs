// What the theme's script finds in place before it runs: where it keeps what a reader chose, and how.
// A file of its own, not lines in the page, so that a page may forbid such lines.
export const start = () => {
  // Before anything is drawn, so that nothing moves: what needs scripts is shown, and on the page of results
  // what is for a reader who has not asked yet is not.
  const { classList } = document.documentElement;
  classList.add("runs");
  classList.toggle("asked", Boolean(new URLSearchParams(location.search).get("q")?.trim()));
  const root = new URL("..", document.currentScript.src);
  globalThis.__md_scope = root;
  globalThis.__md_hash = (text) => [...text].reduce((sum, letter) => (sum << 5) - sum + letter.charCodeAt(0), 0);
  globalThis.__md_get = (name, store = localStorage, scope = root) =>
    JSON.parse(store.getItem(`${scope.pathname}.${name}`));
  globalThis.__md_set = (name, value, store = localStorage, scope = root) => {
    try {
      store.setItem(`${scope.pathname}.${name}`, JSON.stringify(value));
    } catch {
      // A browser may keep nothing; the page works without.
    }
  };
};
