/** Where the add-in lives while it is developed; manifest.xml and the functions' help links are written with it. */
export const DEVELOPMENT_URL = 'https://localhost:3000';

/** Where the add-in will be served from, without a slash at its end: ADDIN_URL, or the workbench. Throws a sentence for an address Excel would refuse. */
export function addinUrl(given: string | undefined): string {
  const text = given?.trim();
  if (!text) return DEVELOPMENT_URL;
  if (!URL.canParse(text)) throw new Error(`ADDIN_URL must be an address such as https://coop.example.com, not "${text}".`);
  const url = new URL(text);
  if (url.protocol !== 'https:')
    throw new Error(`ADDIN_URL must begin with https://, for Excel loads add-ins over https only; it is "${text}".`);
  if (url.search || url.hash) throw new Error(`ADDIN_URL is the folder the add-in is served from, without ? or #; it is "${text}".`);
  if (url.username || url.password) throw new Error('ADDIN_URL must not hold a user name or password.');
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/** The same text with the development address replaced by the real one. */
export const withAddinUrl = (text: string, url: string): string => text.replaceAll(DEVELOPMENT_URL, url);
