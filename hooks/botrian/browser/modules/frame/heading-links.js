// A link to itself behind each heading, shown where the mouse rests. Read aloud or by keyboard it would stand in the name of
// every heading and lead to where one is; on ten headings of every page it would weigh more than this script.

const TITLE = { th: "ลิงก์มาที่หัวข้อนี้", en: "Link to this heading" };

/** @param {Document} page */
export const linkHeadings = (page) => {
  const title = page.documentElement.lang === "en" ? TITLE.en : TITLE.th;
  for (const heading of page.querySelectorAll(".kb-content :is(h2, h3)[id]")) {
    if (heading.querySelector(".headerlink")) continue;
    const link = page.createElement("a");
    link.className = "headerlink";
    link.href = `#${heading.id}`;
    link.title = title;
    link.tabIndex = -1;
    link.setAttribute("aria-hidden", "true");
    link.textContent = "#";
    heading.append(link);
  }
};
