/* A printed page shows what is open, and says where it is: at the address it is read from, where that is one
   that others can open. */

import { address, hosted } from "./cite.mjs";

export const paper = () => {
  const slot = document.querySelector(".printed__address");
  if (slot && hosted(location.href)) slot.textContent = address("", location.href);
  // First of all that hear of it: Material's script opens every fold then, and closes it afterwards.
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("details:not([open])")) fold.dataset.folded = "";
  }, { capture: true });
  addEventListener("afterprint", () => {
    for (const fold of document.querySelectorAll("details[data-folded]")) delete fold.dataset.folded;
  });
};
