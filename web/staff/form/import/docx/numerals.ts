// Numbers as Word writes them in lists (ECMA-376 part 1, 17.18.59 ST_NumberFormat): those that Chinese and English
// documents use; any other is written in digits.
const digits = '零一二三四五六七八九';
const formalDigits = '零壹贰叁肆伍陆柒捌玖';
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';

/** 十二, 二十, 一百零五; below 10,000. */
function chinese(
  n: number,
  names: string,
  [ten, hundred, thousand]: readonly [string, string, string],
): string {
  if (n === 0) return names.charAt(0);
  if (n >= 10_000) return String(n);
  let text = '';
  let gap = false;
  for (const [unit, name] of [
    [1000, thousand],
    [100, hundred],
    [10, ten],
    [1, ''],
  ] as const) {
    const digit = Math.floor(n / unit) % 10;
    if (digit === 0) gap = text !== '';
    else {
      text += (gap ? names.charAt(0) : '') + names.charAt(digit) + name;
      gap = false;
    }
  }
  return text;
}
const counting = (n: number) => chinese(n, digits, ['十', '百', '千']).replace(/^一十/, '十');
const formal = (n: number) => chinese(n, formalDigits, ['拾', '佰', '仟']);

/** A … Z, AA, BB: Word repeats the letter. */
const letter = (n: number) => String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.floor((n - 1) / 26) + 1);

const romans = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;
function roman(n: number): string {
  let left = n;
  let text = '';
  for (const [name, value] of romans)
    while (left >= value) {
      text += name;
      left -= value;
    }
  return text;
}

/** ① … ⑳; above, in brackets. */
export const circled = (n: number) => (n >= 1 && n <= 20 ? String.fromCodePoint(0x2460 + n - 1) : `(${n})`);

const cyclic = (names: string) => (n: number) => names.charAt((n - 1) % names.length);
const digitByDigit = (n: number) =>
  Array.from(String(n), (digit) => (digit === '0' ? '〇' : digits.charAt(Number(digit)))).join('');

const formats: Readonly<Record<string, (n: number) => string>> = {
  decimalZero: (n) => String(n).padStart(2, '0'),
  upperLetter: letter,
  lowerLetter: (n) => letter(n).toLowerCase(),
  upperRoman: roman,
  lowerRoman: (n) => roman(n).toLowerCase(),
  chineseCounting: counting,
  chineseCountingThousand: counting,
  japaneseCounting: counting,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  ideographDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  taiwaneseDigital: digitByDigit,
  chineseLegalSimplified: formal,
  ideographLegalTraditional: formal,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  ideographEnclosedCircle: circled,
  decimalEnclosedParen: (n) => `(${n})`,
  decimalEnclosedFullstop: (n) => `${n}.`,
  ideographTraditional: cyclic(stems),
  ideographZodiac: cyclic(branches),
  ordinal: (n) => `${n}.`,
  none: () => '',
};

/** As far as Word counts: letters and Roman numbers grow with what they count. */
const most = 32_767;

/** The number in this format; in digits when the format is another one, or does not go so far. */
export const numeral = (n: number, format: string): string =>
  ((n >= 1 && n <= most) || format === 'none' ? formats[format]?.(n) : undefined) ?? String(n);
