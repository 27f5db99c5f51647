/** The CRC-32 of bytes as in zip files, continuing from the CRC of the previous bytes; 0 to start. */
export function crc32(bytes: Uint8Array, before: number): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = TABLES as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  let crc = ~before;
  let position = 0;
  // Eight bytes at once, since an unpacked report has hundreds of megabytes.
  for (const whole = bytes.length - (bytes.length % 8); position < whole; position += 8) {
    const low = crc ^ (bytes[position]! | (bytes[position + 1]! << 8) | (bytes[position + 2]! << 16) | (bytes[position + 3]! << 24));
    crc =
      t7[low & 255]! ^
      t6[(low >>> 8) & 255]! ^
      t5[(low >>> 16) & 255]! ^
      t4[low >>> 24]! ^
      t3[bytes[position + 4]!]! ^
      t2[bytes[position + 5]!]! ^
      t1[bytes[position + 6]!]! ^
      t0[bytes[position + 7]!]!;
  }
  for (; position < bytes.length; position++) crc = (crc >>> 8) ^ t0[(crc ^ bytes[position]!) & 255]!;
  return ~crc >>> 0;
}

/** A byte's effect on the CRC when 0 to 7 bytes follow it. */
const TABLES = ((): Int32Array[] => {
  const first = Int32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    return crc;
  });
  const tables = [first];
  for (let behind = 1; behind < 8; behind++) tables.push(tables[behind - 1]!.map((crc) => (crc >>> 8) ^ first[crc & 255]!));
  return tables;
})();
