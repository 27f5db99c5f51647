import { badInput } from '../../domain/problem';

/**
 * Refuses what isn't a zip, with the reason. Excel puts workbooks that have a password or an encrypting label, and those of
 * its old format, into a compound file (MS-CFB), whose directory names its streams in UTF-16.
 */
export function refuseContainer(bytes: Uint8Array): void {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return;
  if (!COMPOUND.every((byte, index) => bytes[index] === byte)) throw badInput("The file isn't an Excel workbook (.xlsx or .xlsm).");
  if (['EncryptedPackage', 'DataSpaces'].some((name) => hasStream(bytes, name)))
    throw badInput('The file is encrypted, by a password or a sensitivity label. Save a copy without it, and choose that file.');
  throw badInput('The file is in the old format of Excel (.xls). Save it as Excel Workbook (.xlsx), and choose that file.');
}

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function hasStream(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((character) => [character.charCodeAt(0), 0]);
  for (let start = bytes.indexOf(wanted[0]!); start >= 0; start = bytes.indexOf(wanted[0]!, start + 1)) {
    if (wanted.every((byte, index) => bytes[start + index] === byte)) return true;
  }
  return false;
}
