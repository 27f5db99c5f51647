/** A 64-bit hash of a text, as two halves. With a million earnings, the chance that any two have the same is 1 in 40 million. */
export interface TextHash {
  a: number;
  b: number;
}

/** Hashes a text into `into`, which callers reuse. Seeds give the same text a different hash in another context. Uses cyrb53 (public domain). */
export function hashText(text: string, seedA: number, seedB: number, into: TextHash): void {
  let a = 0xdeadbeef ^ seedA;
  let b = 0x41c6ce57 ^ seedB;
  for (let position = 0; position < text.length; position++) {
    const letter = text.charCodeAt(position);
    a = Math.imul(a ^ letter, 2654435761);
    b = Math.imul(b ^ letter, 1597334677);
  }
  finish(a, b, into);
}

/** The same for the bytes of a text without accents. */
export function hashBytes(bytes: Uint8Array, begin: number, end: number, seedA: number, seedB: number, into: TextHash): void {
  let a = 0xdeadbeef ^ seedA;
  let b = 0x41c6ce57 ^ seedB;
  for (let position = begin; position < end; position++) {
    const letter = bytes[position]!;
    a = Math.imul(a ^ letter, 2654435761);
    b = Math.imul(b ^ letter, 1597334677);
  }
  finish(a, b, into);
}

function finish(a: number, b: number, into: TextHash): void {
  const mixed = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  into.a = mixed | 0;
  into.b = (Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(mixed ^ (mixed >>> 13), 3266489909)) | 0;
}

/** Both halves as text, to compare whole files. */
export const formatHash = ({ a, b }: TextHash): string => (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
