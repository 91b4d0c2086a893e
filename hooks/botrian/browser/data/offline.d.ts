/** What the service worker says on a page that it kept, by language. */
export const KEPT: Readonly<Record<"th" | "en", { readonly read: string; readonly absent: string }>>;
