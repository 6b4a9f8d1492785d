/* Runs further scripts of this site: a page opened from a disk may load nothing else. */

/** A function that runs the script at an address below `root`; it rejects where the script cannot be had. */
export const runner = (root) => (address) =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(address, root);
    script.charset = "utf-8";
    script.async = false; // in the order given
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(`${address} cannot be loaded`));
    };
    document.head.append(script);
  });
