/** The add-in's address during development, which manifest.xml and the functions' help links use. */
export const DEVELOPMENT_URL = 'https://localhost:3000';

/** The address the add-in will be served from, without a trailing slash: ADDIN_URL, or the workbench. Throws if Excel would refuse it. */
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

/** A text with the development address replaced by the real one. */
export const withAddinUrl = (text: string, url: string): string => text.replaceAll(DEVELOPMENT_URL, url);
