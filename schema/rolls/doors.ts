// Doors: 3号楼1单元302 in one cell or in three, the order in which a postman meets them, and the doors of a building that
// has no sheet.

/** Half-width, without blanks. */
export const tidy = (words: string): string => words.normalize('NFKC').replace(/\s+/g, '');

const digits = '零一二三四五六七八九';
/** 三, 十二, 二十三 → 3, 12, 23; other words stay as they are. */
export function numeral(words: string): string {
  const [, tens, ten, ones] = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(words) ?? [];
  if (words === '' || tens === undefined || (!ten && tens && ones)) return words;
  const of = (one = '') => Math.max(0, digits.indexOf(one));
  return String(ten ? (tens === '' ? 1 : of(tens)) * 10 + of(ones) : of(tens || ones));
}

const dashed = (words: string): string => tidy(words).replace(/[—–−]/g, '-');
/** One way of writing: capital letters, one sign for a dash, no zeros before a figure. */
const canonical = (words: string): string =>
  dashed(words)
    .toUpperCase()
    .replace(/^0+(?=\d)/, '');

/** `1单元`, `一单元`, `01` → `1` */
export const stairwellOf = (words: string): string =>
  canonical(numeral(tidy(words).replace(/^第?(.+?)(单元|门洞|门)?$/, '$1')));
/** `302室`, `0302` → `302` */
export const doorOf = (words: string): string => canonical(words).replace(/^(.+?)(室|号|户|房)$/, '$1');

const stairwellShape = /^(\d{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,3}|[甲乙丙丁东西南北中])$/;

/** A door as it stands in one cell; what it does not say is ''. 302-1 is a door, 2-302 one of a stairwell. */
export function splitDoor(words: string): { building: string; stairwell: string; door: string } {
  const text = dashed(words);
  const said =
    /^(?:(.*?(?:号楼|栋|幢|座|#楼?)))?(?:第?([\dA-Za-z一二三四五六七八九十甲乙丙丁东西南北中]{1,4})单元)?-?(.*)$/.exec(
      text,
    );
  const [, building = '', stairwell = '', rest = ''] = said ?? [];
  if (stairwell !== '') return { building, stairwell: stairwellOf(stairwell), door: doorOf(rest) };
  const [first = '', second = '', ...others] = (building === '' ? text : rest).split('-');
  if (building === '' && others.length > 0 && stairwellShape.test(second))
    return { building: first, stairwell: stairwellOf(second), door: doorOf(others.join('-')) };
  if ((second !== '' || others.length > 0) && stairwellShape.test(first))
    return { building, stairwell: stairwellOf(first), door: doorOf([second, ...others].join('-')) };
  return { building, stairwell: '', door: doorOf(building === '' ? text : rest) };
}

const ordinal = (words: string, most: number) => {
  const figure = /\d+/.exec(words)?.[0];
  const letter = /[A-Za-z]/.exec(words)?.[0].toUpperCase().charCodeAt(0);
  return { figure: Math.min(Number(figure ?? 0), most), letter: letter === undefined ? 0 : letter - 64 };
};

/** Stairwell and door as one word, however they are written; '' of nothing. */
export function doorKey(words: string): string {
  const { stairwell, door } = splitDoor(words);
  return door === '' ? '' : `${stairwell}-${door}`;
}

/** After every stairwell (at most 926) with its doors. */
const afterAll = 1_000_000_000_000;
/** A door that a floor has, with a number or a letter and a number; a parking space or a shop front is another thing. */
const onFloor = /^[A-Za-z]?-?\d/;

/** Where a door stands in its building: by stairwell, then number, then letter; what is no door of a floor comes last. */
export function doorPosition(stairwell: string, door: string): number {
  const stairs = ordinal(stairwell, 900);
  const { figure, letter } = ordinal(door, 999_999);
  const place = (stairs.figure + stairs.letter) * 100_000_000 + figure * 100 + letter;
  return onFloor.test(door) ? place : afterAll + place;
}

export interface Plan {
  stairwells: number;
  floors: number;
  perFloor: number;
}
export const planMost: Plan = { stairwells: 20, floors: 60, perFloor: 40 };

/** 3 单元 × 6 层 × 2 户: 101, 102, 201 … in each stairwell. One stairwell alone is not named. */
export const doorsOf = ({ stairwells, floors, perFloor }: Plan) =>
  Array.from({ length: stairwells * floors * perFloor }, (_, at) => {
    const floor = (Math.floor(at / perFloor) % floors) + 1;
    const stairwell = String(Math.floor(at / (perFloor * floors)) + 1);
    const door = `${floor}${String((at % perFloor) + 1).padStart(2, '0')}`;
    return { stairwell: stairwells === 1 ? '' : stairwell, floor, door };
  });
