// A question and the answer so far enter; what it is answered with leaves: fields, choices, lists to search in.

import { element, every } from "../dom.js";
import { keyOf } from "../text/keys.js";
import { several } from "./form.js";
import { smallPicture } from "./pictures.js";
import { ceYear, yearSaid } from "./years.js";
import { BE_MINUS_CE } from "#data/contribute.js";

/** @import { Form, Picture, Question } from "./form.js" */

/** @typedef {string | readonly string[]} Answer */
/** @typedef {(answer: Answer) => void} Take */

/** More choices than this are searched in. */
const FEW = 10;

/**
 * @param {Question} question
 * @param {Answer} answer
 * @param {Take} take
 */
const written = ({ form, most = 0 }, answer, take) => {
  const common = { id: "answer", "aria-describedby": "more faults", autocomplete: "off" };
  const field =
    form === "line" || form === "year"
      ? element("input", { ...common, type: "text", inputmode: form === "year" ? "text" : undefined })
      : element("textarea", { ...common, rows: form === "lines" ? 6 : 5 });
  field.value = several(typeof answer === "string" ? answer.split("\n") : answer).join("\n");
  if (typeof answer === "string" && form !== "lines") field.value = answer;
  const left = element("p", { class: "kb-form__left", "aria-hidden": "true" });
  const told = () => {
    const longest = Math.max(
      0,
      ...(form === "lines" ? field.value.split("\n") : [field.value]).map((one) => [...one].length),
    );
    left.textContent = most && longest > most * 0.8 ? `${longest} / ${most}` : "";
  };
  field.addEventListener("input", () => {
    take(form === "lines" ? field.value.split("\n") : field.value);
    told();
  });
  told();
  return [field, left];
};

/**
 * @param {Form} form
 * @param {Question} question
 * @param {Answer} answer
 * @param {Take} take
 */
const year = (form, question, answer, take) => {
  const understood = element("p", { class: "kb-form__left", role: "status" });
  const told = (/** @type {Answer} */ given) => {
    const said = typeof given === "string" && given.trim() ? yearSaid(given) : "";
    const ce = typeof said === "object" ? ceYear(said) : 0;
    understood.textContent = ce
      ? form.say.understood_year.replace("{be}", String(ce + BE_MINUS_CE)).replace("{ce}", String(ce))
      : "";
  };
  const fields = written(question, answer, (given) => {
    take(given);
    told(given);
  });
  told(answer);
  return [...fields, understood];
};

/**
 * @param {Form} form
 * @param {Question} question
 * @returns {readonly (readonly [string, string, string?])[]}
 */
const choices = (form, { records = "", answers = [] }) => [...(form.records[records] ?? []), ...answers];

/**
 * @param {Form} form
 * @param {Question} question
 * @param {Answer} answer
 * @param {Take} take
 */
const chosen = (form, question, answer, take) => {
  const many = question.form === "many";
  const ticked = several(answer);
  const all = choices(form, question);
  const list = element("div", { class: all.length > FEW ? "kb-form__list kb-form__list--long" : "kb-form__list" });
  for (const [id, name, above] of all) {
    const type = many ? "checkbox" : "radio";
    const box = element("input", { type, name: "answer", value: id, checked: ticked.includes(id) });
    const label = element("label", { "data-key": keyOf(name) }, box, element("span", {}, name));
    if (many && !above && all.some(([, , other]) => other)) label.classList.add("kb-form__head");
    list.append(label);
  }
  list.addEventListener("change", () => {
    const boxes = /** @type {HTMLInputElement[]} */ (every(list, "input:checked"));
    take(many ? boxes.map((box) => box.value) : (boxes[0]?.value ?? ""));
  });
  if (all.length <= FEW || many) return [list];
  const status = element("p", { class: "kb-form__left", role: "status" });
  const find = element("input", { id: "find", type: "search", autocomplete: "off" });
  find.addEventListener("input", () => {
    const wanted = keyOf(find.value).trim();
    let count = 0;
    for (const label of every(list, "label")) {
      const there = !wanted || (label.dataset.key ?? "").includes(wanted);
      label.hidden = !there;
      if (there) count++;
    }
    status.textContent = wanted ? form.say.found.replace("{}", String(count)) : "";
  });
  return [element("label", { for: "find" }, form.say.find), find, status, list];
};

/**
 * @param {Form} form
 * @param {number} most
 * @param {readonly Picture[]} pictures
 * @param {(pictures: readonly Picture[]) => void} take
 */
export const pictureField = (form, most, pictures, take) => {
  const holder = element("div", { class: "kb-form__pictures" });
  const status = element("p", { class: "kb-form__left", role: "status" });
  let now = [...pictures];
  const give = () => {
    take(now);
    show();
  };
  const show = () => {
    holder.replaceChildren(
      ...now.map((picture, at) => {
        const alt = element("input", { id: `alt-${at}`, type: "text", value: picture.alt, autocomplete: "off" });
        alt.addEventListener("input", () => {
          now = now.map((one, other) => (other === at ? { ...one, alt: alt.value } : one));
          take(now);
        });
        const drop = element("button", { type: "button", class: "kb-button" }, form.say.drop_picture);
        drop.addEventListener("click", () => {
          now = now.filter((_, other) => other !== at);
          give();
        });
        const image = element("img", { src: `data:image/jpeg;base64,${picture.jpeg}`, alt: picture.alt });
        return element("div", {}, image, element("label", { for: alt.id }, form.say.alt), alt, drop);
      }),
    );
    file.hidden = now.length >= most;
  };
  const file = element("input", { id: "answer", type: "file", accept: "image/jpeg,image/png,image/webp,image/heic" });
  file.addEventListener("change", async () => {
    const [one] = file.files ?? [];
    if (!one) return;
    status.textContent = form.say.picture_wait;
    const jpeg = await smallPicture(one);
    file.value = "";
    if (jpeg === null) {
      status.textContent = form.say.no_picture;
      return;
    }
    status.textContent = form.say.picture_done.replace("{}", String(Math.ceil((jpeg.length * 0.75) / 1024)));
    now = [...now, { jpeg, alt: "" }];
    give();
  });
  show();
  return [file, status, holder];
};

/**
 * What a question is answered with.
 *
 * @param {Form} form
 * @param {Question} question
 * @param {Answer} answer
 * @param {Take} take
 * @returns {HTMLElement[]}
 */
export const controls = (form, question, answer, take) => {
  if (question.form === "year") return year(form, question, answer, take);
  if (question.answers || question.records) return chosen(form, question, answer, take);
  return written(question, answer, take);
};
