/** The digits of a string. */
export function digitsOf(value: string): string {
  return value.replace(/\D/g, '');
}

/** The Luhn check over a string of digits. ISO/IEC 7812-1, annex B. */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = digits.length - 1, twice = false; at >= 0; at--, twice = !twice) {
    const digit = digits.charCodeAt(at) - 48;
    const value = twice ? digit * 2 : digit;
    sum += value > 9 ? value - 9 : value;
  }
  return digits.length > 1 && sum % 10 === 0;
}

/** The check digit of a National Provider Identifier: Luhn with the prefix 80840. 45 CFR 162.406. */
export function isNpi(digits: string): boolean {
  return /^[12]\d{9}$/.test(digits) && isLuhn(`80840${digits}`);
}

/** The check digit of a DEA registration number: d1+d3+d5 + 2(d2+d4+d6), last digit. */
export function isDea(value: string): boolean {
  const match = /^[A-Z][A-Z9](\d{7})$/i.exec(value);
  if (!match?.[1]) return false;
  const [a, b, c, d, e, f, check] = [...match[1]].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return (a + c + e + 2 * (b + d + f)) % 10 === check;
}

/** A Social Security number that could have been issued: no 000, 666 or 9xx area, no empty group or serial. */
export function isSsn(digits: string): boolean {
  return /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(digits);
}

/** An Individual Taxpayer Identification Number: 9xx with a group of 50 to 65, 70 to 88, 90 to 92 or 94 to 99. */
export function isItin(digits: string): boolean {
  return /^9\d{2}(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\d{4}$/.test(digits);
}

/** The pattern of a Medicare Beneficiary Identifier: 11 places, no S, L, O, I, B, Z. 42 CFR 401, CMS. */
export function isMbi(value: string): boolean {
  return /^[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y]{2}\d{2}$/i.test(
    value.replaceAll('-', ''),
  );
}

const vinValues: Readonly<Record<string, number>> = {
  a: 1,
  b: 2,
  c: 3,
  d: 4,
  e: 5,
  f: 6,
  g: 7,
  h: 8,
  j: 1,
  k: 2,
  l: 3,
  m: 4,
  n: 5,
  p: 7,
  r: 9,
  s: 2,
  t: 3,
  u: 4,
  v: 5,
  w: 6,
  x: 7,
  y: 8,
  z: 9,
};
const vinWeights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** The check digit of a Vehicle Identification Number. 49 CFR 565.15(c). */
export function isVin(value: string): boolean {
  const vin = value.toLowerCase();
  if (!/^[a-hj-npr-z\d]{17}$/.test(vin)) return false;
  const sum = [...vin].reduce(
    (total, character, place) =>
      total + (vinValues[character] ?? Number(character)) * (vinWeights[place] as number),
    0,
  );
  return vin[8] === (sum % 11 === 10 ? 'x' : String(sum % 11));
}

/** The check of an IBAN: the rest by 97 is 1. ISO 13616. */
export function isIban(value: string): boolean {
  const iban = value.replace(/[\s-]/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(iban)) return false;
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const number = Number.parseInt(character, 36);
    rest = (rest * (number > 9 ? 100 : 10) + number) % 97;
  }
  return rest === 1;
}

/** The check of an ABA routing number: 3, 7, 1 weights. */
export function isRouting(digits: string): boolean {
  if (!/^(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)\d{7}$/.test(digits)) return false;
  const sum = [...digits].reduce(
    (total, digit, place) => total + Number(digit) * ([3, 7, 1][place % 3] as number),
    0,
  );
  return sum % 10 === 0;
}

/** A number of the North American plan that could ring: area and exchange from 2, no N11 area. */
export function isNanp(digits: string): boolean {
  return /^1?[2-9](?!11)\d{2}[2-9]\d{6}$/.test(digits);
}
