// A selection goes in; on the clipboard comes its text without the joints that keep Thai words whole on the page.

/** Joints of `markup/unbroken.py`: other programs would compare them as letters. */
const JOINTS = /[\u2060\u200b]/g;

/** @param {string} text */
export const withoutJoints = (text) => text.replace(JOINTS, "");

/** Copies what is selected on a page without joints, as text and as HTML; fields copy their own text as ever. */
export const copyWithoutJoints = () => {
  document.addEventListener("copy", (event) => {
    if (event.target instanceof Element && event.target.closest("input, textarea")) return;
    const selected = document.getSelection();
    const text = selected?.toString() ?? "";
    if (event.defaultPrevented || !selected?.rangeCount || withoutJoints(text) === text || !event.clipboardData) return;
    const holder = document.createElement("div");
    holder.append(selected.getRangeAt(0).cloneContents());
    event.clipboardData.setData("text/plain", withoutJoints(text));
    event.clipboardData.setData("text/html", withoutJoints(holder.innerHTML));
    event.preventDefault();
  });
};
