/* Names the web manifest, by which a phone puts the site among its programs. A page on a disk has no use for it,
   and its browser would refuse to read it. */

import { hosted } from "./cite.mjs";
import { make } from "./dom.mjs";

export const manifest = (root) => {
  if (!hosted(location.href)) return;
  const link = make("link", "");
  link.rel = "manifest";
  link.href = new URL("assets/site.webmanifest", root);
  document.head.append(link);
};
