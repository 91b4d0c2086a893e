// Every page asks the browser to keep what is read, once the page itself is there.

/** @param {string} own the address of a script of ours, in the folder "assets" of this language */
export const keepWhatIsRead = (own) => {
  if (!("serviceWorker" in navigator) || !own.startsWith("http") || !navigator.onLine) return;
  const register = () => navigator.serviceWorker.register(new URL("../sw.js", own)).catch(() => undefined);
  if (document.readyState === "complete") void register();
  else addEventListener("load", () => void register(), { once: true });
};
