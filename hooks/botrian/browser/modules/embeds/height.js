// A page inside an iframe tells the page around how high it is (embed-host.js hears it).

/** @param {string} table its id */
export const tellHeight = (table) => {
  if (parent === window) return;
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  // Any page may embed a table, and a height is no secret: so it goes to whoever is around.
  parent.postMessage({ type: "botrian-embed-height", table, height }, "*");
};
