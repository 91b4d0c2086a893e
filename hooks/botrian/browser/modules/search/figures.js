// Thai words for numbers enter; the figures that they say leave.

const UNITS = ["ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"];
/** @type {ReadonlyMap<string, number>} */
const ONES = new Map([...UNITS.map((word, at) => /** @type {[string, number]} */ ([word, at])), ["เอ็ด", 1], ["ยี่", 2]]);
/** @type {ReadonlyMap<string, number>} */
const TENS = new Map([
  ["สิบ", 10],
  ["ร้อย", 100],
  ["พัน", 1_000],
  ["หมื่น", 10_000],
  ["แสน", 100_000],
]);
const MILLION = "ล้าน";
const ONE = [...ONES.keys()].join("|");
const TEN = [...TENS.keys(), MILLION].join("|");
const WORDS = new RegExp(`${ONE}|${TEN}`, "g");
// Several words with a power of ten among them; one word alone only before what is counted (ห้าดี, สามตำบล).
const COUNTED =
  "ดี|แห่ง|คน|ตำบล|หมู่บ้าน|จังหวัด|ด้าน|ขั้น|ข้อ|ปี|อำเภอ|กลุ่ม|เรื่อง|ประเด็น|เสา|ฐาน|ครั้ง|บาท|เดือน|วัน|สภา|ชุมชน|องค์กร|ยุทธศาสตร์|ภาคี|โซน|ไร่|ป่า|ทีม|ระดับ|มิติ|ฝ่าย|เงื่อนไข|บทบาท|เป้าหมาย|เครือข่าย|ครัวเรือน|หลัง|มาตรา";
const CLEAR = UNITS.filter((word) => !["ศูนย์", "หก"].includes(word)).join("|");
const NUMBER = new RegExp(
  `(?:(?:${ONE})?(?:${TEN}))+(?:${ONE})?|(?:${CLEAR}|(?<![ก-๎])(?:หก|สิบ))(?=(?:${COUNTED}))`,
  "g",
);
const COUNTS = new RegExp(`^(?:${COUNTED})`);
// Names and words that are spelled like numbers.
const NO_NUMBER = new Set(["ร้อยเอ็ด", "ร้อย", "พัน", "หมื่น", "แสน", "ล้าน", "สิบ"]);

/**
 * What Thai words for a number say; null where they are none, or the word is another one too.
 *
 * @param {string} words
 * @returns {number | null}
 */
export const numberOf = (words) => {
  const parts = words.match(WORDS) ?? [];
  if (parts.join("") !== words || !parts.length) return null;
  let millions = 0;
  let sum = 0;
  let one = 0;
  let said = false;
  for (const part of parts) {
    if (part === MILLION) {
      millions = (millions + sum + one || 1) * 1_000_000;
      sum = one = 0;
      said = false;
    } else if (TENS.has(part)) {
      sum += (said ? one : 1) * (TENS.get(part) ?? 1);
      one = 0;
      said = false;
    } else {
      if (said) return null;
      one = ONES.get(part) ?? 0;
      said = true;
    }
  }
  return millions + sum + one;
};

// A year is said figure by figure, mostly its last two: ปีหกสี่, ปีสองห้าหกสี่, and others after the first.
const SAID = `(?:(?:${ONE}){2}){1,2}`;
const YEAR_SAID = new RegExp(
  `((?:ปี|พ\\.?ศ\\.?) ?|(?<=(?:ปี|พ\\.?ศ\\.?) ?${SAID})(?:หรือ|ถึง|กับ) ?)(${SAID})(?!${ONE}|${TEN}|${COUNTED})`,
  "g",
);

/** @param {string} word */
const figureOf = (word) => String(ONES.get(word) ?? word);

/**
 * A text in which words for numbers stand between blanks, as words by themselves; those of short years as figures.
 *
 * @param {string} text
 */
export const partedNumbers = (text) =>
  text
    .replace(YEAR_SAID, (_, before, said) => `${before} ${said.replace(WORDS, figureOf)} `)
    .replace(NUMBER, (words, at) => {
      const isOther = NO_NUMBER.has(words) && !(words === "สิบ" && COUNTS.test(text.slice(at + words.length)));
      return isOther || numberOf(words) === null ? words : ` ${words} `;
    })
    .trim();
