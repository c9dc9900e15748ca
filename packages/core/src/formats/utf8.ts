/** UTF-8 bytes as text; broken sequences read as the replacement character. Core has no TextDecoder. */
export function utf8Text(bytes: readonly number[]): string {
  let text = '';
  for (let index = 0; index < bytes.length; ) {
    const { point, length } = codePointAt(bytes, index);
    text += String.fromCodePoint(point);
    index += length;
  }
  return text;
}

/** The code point at an index, and how many bytes it takes; U+FFFD and 1 where the bytes are not UTF-8. */
export function codePointAt(
  bytes: readonly number[],
  index: number,
): { point: number; length: number } {
  const first = bytes[index] ?? 0;
  if (first < 0x80) return { point: first, length: 1 };
  const length = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (length === 0 || first >= 0xf5) return { point: 0xfffd, length: 1 };
  let point = first & (0x7f >> length);
  for (let next = 1; next < length; next++) {
    const byte = bytes[index + next];
    if (byte === undefined || (byte & 0xc0) !== 0x80) return { point: 0xfffd, length: 1 };
    point = (point << 6) | (byte & 0x3f);
  }
  const valid =
    point <= 0x10ffff &&
    !(point >= 0xd800 && point <= 0xdfff) &&
    point >= ([0, 0, 0x80, 0x800, 0x10000][length] ?? 0);
  return valid ? { point, length } : { point: 0xfffd, length: 1 };
}

/** Bytes of a single-byte Western character set. */
export function decodeBytes(bytes: readonly number[]): string {
  const high =
    '\u20ac\ufffd\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\ufffd\u017d\ufffd\ufffd\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\ufffd\u017e\u0178';
  return bytes
    .map((byte) => (byte >= 0x80 && byte < 0xa0 ? high[byte - 0x80] : String.fromCharCode(byte)))
    .join('');
}

/** Text as UTF-8 bytes; lone surrogates as the replacement character. */
export function utf8Bytes(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    let point = character.codePointAt(0) as number;
    if (point >= 0xd800 && point <= 0xdfff) point = 0xfffd;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 0x3f));
    else if (point < 0x10000)
      bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f));
    else
      bytes.push(
        0xf0 | (point >> 18),
        0x80 | ((point >> 12) & 0x3f),
        0x80 | ((point >> 6) & 0x3f),
        0x80 | (point & 0x3f),
      );
  }
  return bytes;
}
