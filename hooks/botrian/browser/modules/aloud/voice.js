// A language goes in; the device's own voice for it comes out, where it has one. Nothing is sent anywhere for it.

/**
 * A voice that speaks the language on the device itself; null where there is none.
 *
 * @param {string} language
 */
export const voiceFor = (language) => {
  const able = "speechSynthesis" in window && typeof SpeechSynthesisUtterance === "function";
  const voices = able ? speechSynthesis.getVoices() : [];
  const speaks = voices.filter(({ lang }) => lang.toLowerCase().replace("_", "-").split("-")[0] === language);
  return speaks.find(({ localService }) => localService) ?? null;
};
