/**
 * The same text with look-alikes made plain, character for character, so that offsets stay: curly quotes,
 * full-width letters and digits, Cyrillic and Greek letters that look Latin, letters of fancy type, odd spaces. Characters of no
 * width become U+200B, which the tokenizer reads as "inside a word, not part of it".
 */
export function fold(text: string): string {
  if (!/[\u0080-\uffff]/.test(text)) return text;
  let result = '';
  let from = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 128) continue;
    const plain = code === fancy ? fancyLetter(text, index) : plainOf(code);
    if (plain === '') continue;
    result += text.slice(from, index) + plain;
    from = index + plain.length;
  }
  return result + text.slice(from);
}

/** The first half of each of the mathematical letters that captions use for bold and script type. */
const fancy = 0xd835;

/** The plain letter that such a character stands for, and a character of no width for its second half. */
function fancyLetter(text: string, index: number): string {
  const plain = text.slice(index, index + 2).normalize('NFKC');
  return /^[A-Za-z0-9]$/.test(plain) ? `${plain}\u200b` : '';
}

const lookAlikes: ReadonlyMap<number, string> = new Map(
  Object.entries({
    "'": '‘’‛ʼ′＇',
    '"': '“”„‟″＂',
    ' ': '   　 ',
    a: 'аα',
    e: 'еε',
    o: 'оο',
    p: 'рρ',
    c: 'с',
    x: 'х',
    y: 'у',
    i: 'іι',
    s: 'ѕ',
    j: 'ј',
    h: 'һ',
    d: 'ԁ',
    v: 'ν',
    k: 'κ',
    A: 'АΑ',
    B: 'ВΒ',
    E: 'ЕΕ',
    K: 'КΚ',
    M: 'МΜ',
    H: 'НΗ',
    O: 'ОΟ',
    P: 'РΡ',
    C: 'С',
    T: 'ТΤ',
    X: 'ХΧ',
    Y: 'УΥ',
    I: 'ІΙ',
    S: 'Ѕ',
    N: 'Ν',
    Z: 'Ζ',
  }).flatMap(([plain, others]) =>
    [...others].map((other) => [other.charCodeAt(0), plain] as const),
  ),
);

function plainOf(code: number): string {
  if (
    code === 0x200b ||
    code === 0x200c ||
    code === 0x2060 ||
    code === 0xfeff ||
    code === 0xad ||
    code === 0x180e
  )
    return '\u200b';
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return lookAlikes.get(code) ?? '';
}
