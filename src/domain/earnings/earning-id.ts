import { cleanText } from '../text/clean-text';
import { isNoValue } from '../text/no-value';

/**
 * An earning ID for comparison; '' if it means "none". A GUID is a number, so case doesn't matter, and dashes and
 * brackets are only spelling: SQL Server writes capitals, .NET braces. Other IDs are compared letter by letter.
 */
export function comparableEarningId(id: string): string {
  if (SPELLED_PLAINLY.test(id)) return id;
  const bare = cleanText(id).trim();
  if (isNoValue(bare)) return '';
  const digits = bare.toLowerCase().replace(/^urn:uuid:|[^\da-z]/g, '');
  return /^[\da-f]{32}$/.test(digits) ? digits.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') : bare;
}

/** GUIDs as in downloads, which nearly all IDs are, and short ones, which identify something if a digit isn't 0. */
const SPELLED_PLAINLY = /^(?=[0-]*[1-9a-f])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$|^(?!.{32})[\w-]*[1-9][\w-]*$/;
