// What was searched lately stays on the device; a browser that forbids storing simply remembers nothing.

const STORE = "botrian-recent-searches";
const MOST = 6;

/** @returns {string[]} */
export const recentQueries = () => {
  try {
    const stored = JSON.parse(localStorage.getItem(STORE) ?? "null");
    return Array.isArray(stored) ? stored.filter((one) => typeof one === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
};

/** @param {readonly string[]} queries */
const keep = (queries) => {
  try {
    if (queries.length) localStorage.setItem(STORE, JSON.stringify(queries));
    else localStorage.removeItem(STORE);
  } catch {
    // Storing is a comfort, not a need.
  }
};

export const forgetQueries = () => keep([]);

/** @param {string} query */
export const rememberQuery = (query) => {
  const words = query.trim().slice(0, 100);
  if (words) keep([words, ...recentQueries().filter((one) => one !== words)].slice(0, MOST));
};
