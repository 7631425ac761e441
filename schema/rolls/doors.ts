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

/** `1单元`, `一单元`, `1` → `1` */
export const stairwellOf = (words: string): string => numeral(tidy(words).replace(/(单元|门洞|门)$/, ''));
/** `302室`, `302` → `302` */
export const doorOf = (words: string): string => tidy(words).replace(/(室|号|户|房)$/, '');

/** A door as it stands in one cell; what it does not say is ''. */
export function splitDoor(words: string): { building: string; stairwell: string; door: string } {
  const text = tidy(words);
  const said =
    /^(?:(.*?(?:号楼|栋|幢|座|#楼?)))?(?:([\dA-Za-z一二三四五六七八九十]{1,4})单元)?[-—]?(.*)$/.exec(text);
  const [, building = '', stairwell = '', rest = ''] = said ?? [];
  if (building !== '' || stairwell !== '')
    return { building, stairwell: stairwellOf(stairwell), door: doorOf(rest) };
  const parts = text.split(/[-—–]/);
  const door = doorOf(parts.at(-1) ?? '');
  if (parts.length === 2) return { building: '', stairwell: stairwellOf(parts[0] ?? ''), door };
  if (parts.length === 3) return { building: parts[0] ?? '', stairwell: stairwellOf(parts[1] ?? ''), door };
  return { building: '', stairwell: '', door: doorOf(text) };
}

const ordinal = (words: string, most: number) => {
  const figure = /\d+/.exec(words)?.[0];
  const letter = /[A-Za-z]/.exec(words)?.[0].toUpperCase().charCodeAt(0);
  return { figure: Math.min(Number(figure ?? 0), most), letter: letter === undefined ? 0 : letter - 64 };
};

/** Where a door stands in its building: by stairwell, then number, then letter. */
export function doorPosition(stairwell: string, door: string): number {
  const stairs = ordinal(stairwell, 900);
  const { figure, letter } = ordinal(door, 999_999);
  return (stairs.figure + stairs.letter) * 100_000_000 + figure * 100 + letter;
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
