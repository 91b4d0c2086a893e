// A whole message enters; the ways to send it leave: what people have, from an issue to a sheet of paper.

import { element, must } from "../dom.js";
import { toClipboard, toFile } from "../tables/clipboard.js";
import { qrSquares } from "./qr.js";
import { asCodes, asFile, asText, published } from "./written.js";

/** @import { Form, Message } from "./form.js" */

/** Letters that an address may have: of an issue on the web, and of a mail that a phone still opens. */
const MOST_IN_ISSUE = 7800;
const MOST_IN_MAIL = 8000;

/** @param {Form} form */
const emptyIssue = ({ repository }) => `${repository}/issues/new?template=3-from-the-form.yml`;

/**
 * The address of a filled-in issue; empty where the message is too long for an address. A Thai letter takes nine places
 * there, so a long message travels without its questions, a longer one as a code.
 *
 * @param {Form} form
 * @param {Message} message
 */
export const issueAddress = async (form, message) => {
  const open = { ...message, answers: published(form, message.answers) };
  const title = `${form.kinds[message.kind].sends}: ${titleOf(message)}`;
  const codes = (await asCodes(form, open, MOST_IN_ISSUE)) ?? [];
  for (const text of [asText(form, open), asText(form, open, true), codes.join("\n")]) {
    const address = `${emptyIssue(form)}&${new URLSearchParams({ title, message: text })}`;
    if (text && address.length <= MOST_IN_ISSUE) return address;
  }
  return "";
};

/**
 * Those who take a message in: the coordinators of its province, else those of every province.
 *
 * @param {Form} form
 * @param {Message} message
 */
export const receivers = ({ coordinators }, { answers }) => {
  const near = coordinators.filter(({ province }) => province && province === answers.province);
  return near.length ? near : coordinators.filter(({ province }) => !province);
};

/**
 * The address that opens a mail with the message; of one that is too long only the subject is filled in.
 *
 * @param {Form} form
 * @param {Message} message
 */
export const mailAddress = (form, message) => {
  const subject = encodeURIComponent(`${form.say.subject}: ${titleOf(message)}`);
  const mails = receivers(form, message).flatMap(({ mail }) => (mail ? [mail] : []));
  const start = `mailto:${mails.map((one) => encodeURIComponent(one).replace("%40", "@")).join(",")}?subject=${subject}`;
  for (const text of [asText(form, message), asText(form, message, true)]) {
    const address = `${start}&body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`;
    if (address.length <= MOST_IN_MAIL) return { address, whole: true };
  }
  return { address: `${start}&body=${encodeURIComponent(form.say.paste_here)}`, whole: false };
};

/**
 * A few words that tell what a message is about.
 *
 * @param {Message} message
 */
export const titleOf = ({ kind, answers }) => {
  const { lesson_title: lesson, case_title: title, told, right, profile_summary: profile, question } = answers;
  const words = [lesson, title, told, right, profile, question].find((one) => typeof one === "string" && one) ?? kind;
  return [...String(words).split(/\s+/).join(" ")].slice(0, 60).join("");
};

/** @param {Message} message */
const fileName = ({ kind, sent }) => `botrian-${kind}-${sent}`;

/**
 * A QR code as a picture of squares.
 *
 * @param {string} code
 * @param {string} label
 */
export const qrPicture = (code, label) => {
  const space = "http://www.w3.org/2000/svg";
  const rows = qrSquares(code);
  const side = rows.length + 8;
  const svg = document.createElementNS(space, "svg");
  for (const [name, value] of [
    ["viewBox", `0 0 ${side} ${side}`],
    ["role", "img"],
    ["aria-label", label],
    ["class", "kb-form__qr"],
    ["shape-rendering", "crispEdges"],
  ])
    svg.setAttribute(name, value);
  const ground = document.createElementNS(space, "rect");
  for (const [name, value] of [
    ["width", side],
    ["height", side],
    ["fill", "#fff"],
  ])
    ground.setAttribute(String(name), String(value));
  const path = document.createElementNS(space, "path");
  const runs = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + 4} ${y + 4}h1v1h-1z` : "")));
  path.setAttribute("d", runs.join(""));
  path.setAttribute("fill", "#000");
  svg.append(ground, path);
  return svg;
};

/**
 * @param {string} name
 * @param {string} words
 * @param {Node[]} ways
 */
const way = (name, words, ...ways) =>
  element("section", { class: "kb-form__way" }, element("h3", {}, name), element("p", {}, words), ...ways);

/**
 * @param {string} words
 * @param {() => void} click
 */
const button = (words, click) => {
  const made = element("button", { type: "button", class: "kb-button" }, words);
  made.addEventListener("click", click);
  return made;
};

/** @param {string} jpeg */
const pictureFile = (jpeg, at = 0) =>
  new File([Uint8Array.from(atob(jpeg), (letter) => letter.charCodeAt(0))], `picture-${at + 1}.jpg`, {
    type: "image/jpeg",
  });

/**
 * The device's own sheet for sharing, with the pictures where it takes them; else the text is copied.
 *
 * @param {string} text
 * @param {Message} message
 * @param {() => Promise<void>} copy
 */
const share = async (text, { pictures }, copy) => {
  if (!navigator.share) return copy();
  const files = pictures.map(({ jpeg }, at) => pictureFile(jpeg, at));
  try {
    await navigator.share(files.length && navigator.canShare?.({ files }) ? { text, files } : { text });
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "AbortError")) await copy();
  }
};

/**
 * All ways to send a message.
 *
 * @param {Form} form
 * @param {Message} message
 * @param {(words: string) => void} tell says what was done
 * @param {() => void} print
 * @returns {HTMLElement}
 */
export const ways = (form, message, tell, print) => {
  const { say } = form;
  const text = asText(form, message);
  const copyOf = async (/** @type {Message} */ one) =>
    tell((await toClipboard({ "text/plain": asText(form, one) })) ? say.copied : say.not_copied);
  const copy = () => copyOf(message);
  const mail = mailAddress(form, message);
  const mailLink = element("a", { class: "kb-button", href: mail.address }, say.open_mail);
  if (!mail.whole) mailLink.addEventListener("click", copy);
  const near = receivers(form, message);
  const toMail = near.flatMap(({ name, mail }) => (mail ? [name] : [])).join(", ");
  const short = toMail ? say.mail_to.replace("{}", () => toMail) : say.mail_more;
  const mailWords = mail.whole ? short : toMail ? say.mail_long : say.mail_long_alone;
  const chats = near.flatMap(({ name, line }) => {
    if (!line) return [];
    const words = say.open_line.replace("{}", () => name);
    const link = element("a", { class: "kb-button", href: line, rel: "noopener" }, words);
    link.addEventListener("click", () => void copy());
    return [link];
  });
  const calls = near.flatMap(({ name, phone }) =>
    phone ? [element("a", { class: "kb-button", href: `tel:${phone.replace(/[ -]/g, "")}` }, `${name} ${phone}`)] : [],
  );
  const codes = element("div", { class: "kb-form__codes" });
  const showCodes = button(say.show_codes, async () => {
    const made = await asCodes(form, message);
    if (!made) return tell(say.no_codes);
    codes.replaceChildren(
      ...made.map((code, at) => {
        const label = say.code.replace("{}", String(at + 1)).replace("{}", String(made.length));
        return element("figure", {}, qrPicture(code, label), element("figcaption", {}, label));
      }),
    );
  });
  const paper = [showCodes, button(say.print, print), codes];
  const file = button(say.save_file, () => toFile(`${fileName(message)}.json`, "application/json", asFile(message)));
  const note = message.pictures.length ? [element("p", { class: "kb-note" }, say.pictures_in_file)] : [];
  const issue = way(say.issue, say.issue_more);
  issueAddress(form, message).then((address) => {
    const href = address || emptyIssue(form);
    const link = element("a", { class: "kb-button", href, rel: "noopener" }, say.open_issue);
    issue.append(link);
    if (address) return;
    must(issue, "p").textContent = say.issue_long;
    link.addEventListener("click", () => void copyOf({ ...message, answers: published(form, message.answers) }));
  });
  const preview = element("details", {}, element("summary", {}, say.what_is_sent), element("pre", {}, text));
  return element(
    "div",
    { class: "kb-form__ways" },
    element(
      "p",
      near.length ? {} : { class: "kb-note", "data-nobody": true },
      near.length ? say.send_more : say.send_alone,
    ),
    ...note,
    // Where nobody takes it in, the one way that reaches somebody comes first.
    ...(near.length ? [] : [issue]),
    way(
      say.line,
      chats.length ? say.line_to : say.line_more,
      ...chats,
      button(say.share, () => share(text, message, copy)),
      button(say.copy, copy),
    ),
    way(say.mail, mailWords, mailLink),
    ...(calls.length ? [way(say.call, say.call_more, ...calls)] : []),
    way(
      say.file,
      near.length ? say.file_more : say.file_alone,
      file,
      button(say.save_text, () => toFile(`${fileName(message)}.txt`, "text/plain", text)),
    ),
    ...(near.length ? [issue] : []),
    way(say.paper, near.length ? say.paper_more : say.paper_alone, ...paper),
    preview,
    element("p", { class: "kb-note" }, near.length ? say.after : say.after_alone),
  );
};
