/** The edition of the archive that a page lies in: the day of its last change and a digest. */
export const EDITION: string;
