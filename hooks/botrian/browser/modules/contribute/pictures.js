// A picture from a phone enters; a smaller one leaves that tells nothing of the place, the time or the device: it is drawn
// anew, and only what is seen goes into the new file.

/** Pixels of the longer side, and bytes of the file, that a page of lessons may have. */
const MOST_PIXELS = 1280;
const MOST_BYTES = 220_000;

/**
 * @param {ImageBitmap} bitmap
 * @param {number} pixels
 */
const canvasOf = (bitmap, pixels) => {
  const scale = Math.min(1, pixels / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
};

/**
 * The picture as JPEG in base 64; null where it is none that the browser can read.
 *
 * @param {Blob} file
 * @returns {Promise<string | null>}
 */
export const smallPicture = async (file) => {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
    for (const [pixels, quality] of [
      [MOST_PIXELS, 0.8],
      [MOST_PIXELS, 0.6],
      [900, 0.6],
      [640, 0.5],
    ]) {
      const address = canvasOf(bitmap, pixels)?.toDataURL("image/jpeg", quality) ?? "";
      const jpeg = address.replace(/^data:image\/jpeg;base64,/, "");
      if (jpeg && jpeg !== address && jpeg.length * 0.75 <= MOST_BYTES) return jpeg;
    }
    return null;
  } catch {
    return null;
  }
};
