// Which building a cell means: by code, by name, or by number where only one building of the branch has it.
import { numeral, tidy } from './doors.ts';

export interface Building {
  id: string;
  name: string;
  code: string;
  /** names of the units above it, in one */
  above: string;
}

/** 3栋, 3幢, 3#, 三号楼 and 3 are one: what stands before it, and its number. */
function parts(words: string): { before: string; number: string } {
  const [, before = '', number] =
    /^(.*?)(\d+|[A-Za-z]|[一二三四五六七八九十]+)(?:号楼|栋|幢|座|#楼?|号|楼)?$/.exec(tidy(words)) ?? [];
  return number === undefined
    ? { before: tidy(words), number: '' }
    : { before: before.replace(/[#第]$/, ''), number: numeral(number).toUpperCase() };
}

/** Answers with the one building meant, or why there is none. `estate` narrows it. */
export function buildingFinder(buildings: readonly Building[]) {
  const known = buildings.map((one) => ({ ...one, ...parts(one.name), plain: tidy(one.name) }));
  return (words: string, estate = ''): Building | 'building-unknown' | 'building-many' => {
    const text = tidy(words);
    const byCode = known.find(({ code }) => code === text);
    if (byCode) return byCode;
    const asked = parts(text);
    const area = tidy(estate);
    const inside = known.filter(({ above, plain }) => area === '' || tidy(above + plain).includes(area));
    // A bare number is not the name of the one building that happens to be called so: others may end in it.
    const exact = inside.filter(({ plain }) => plain === text && asked.before !== '');
    const like = inside.filter(
      ({ number, before, above }) =>
        number === asked.number && number !== '' && (tidy(above) + before).includes(asked.before),
    );
    const [found, other] = exact.length > 0 ? exact : like;
    if (!found) return 'building-unknown';
    return other ? 'building-many' : found;
  };
}
