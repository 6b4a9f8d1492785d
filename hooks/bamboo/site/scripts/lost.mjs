// On the page for addresses that lead nowhere: offers to search for the words of the address.
export const start = () => {
  let path = "";
  try {
    path = decodeURIComponent(location.pathname);
  } catch {
    // Not even an address.
  }
  const words = path.split("/").pop().replace(/\.html?$/, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  // The page's own address says nothing of what was looked for.
  const itself = path.endsWith("/404.html") || path.endsWith("/404");
  const link = document.querySelector("a.lost");
  if (words && !itself) {
    link.href += `?q=${encodeURIComponent(words)}`;
    link.textContent = `Search for “${words}”`;
  }
};
