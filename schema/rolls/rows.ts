// From the lines of a sheet to rows of a roll. Every line that says anything becomes a row or is refused with its reason.
import { type AreaProblem, readArea } from './area.ts';
import { type Building, buildingFinder } from './buildings.ts';
import type { Column } from './columns.ts';
import { doorOf, splitDoor, stairwellOf, tidy } from './doors.ts';
import { type Holding, tidyName } from './heads.ts';

export const rollKinds = ['household', 'person', 'owner'] as const;
export type RollKind = (typeof rollKinds)[number];

export interface RollRow {
  /** as a spreadsheet numbers it */
  row: number;
  unit: string;
  stairwell: string;
  door: string;
  name: string;
  floor?: number;
  phone?: string;
  area?: number;
  ownerNumber?: string;
  holding?: Holding;
  developer?: boolean;
}

export type RowProblem =
  | AreaProblem
  | 'no-building'
  | 'building-unknown'
  | 'building-many'
  | 'no-door'
  | 'long'
  | 'no-name'
  | 'name-number'
  | 'no-area'
  | 'number-personal'
  | 'phone'
  | 'floor'
  | 'holding'
  | 'twice'
  /** of the Worker: outside the branch or out of use, and struck off this roll before */
  | 'unit'
  | 'struck';

export interface RefusedRow {
  row: number;
  reason: RowProblem;
  /** what stood there, or the row that it repeats */
  text: string;
}

export const rowLimits = { stairwell: 8, door: 20, name: 60, ownerNumber: 40, floors: 200 };

/** What may stand once in a roll: a door, or in rolls of persons a person behind it. */
export const placeOf = (row: Pick<RollRow, 'unit' | 'stairwell' | 'door' | 'name'>, kind: RollKind) =>
  [row.unit, row.stairwell, row.door, kind === 'person' ? row.name : ''].join('\n');

/** A row or an entry as it is kept, however it was written: what is written otherwise would stand twice. */
export const asKept = <R extends Pick<RollRow, 'stairwell' | 'door' | 'name'>>(row: R): R => ({
  ...row,
  stairwell: stairwellOf(row.stairwell),
  door: doorOf(row.door),
  name: tidyName(row.name),
});

const holdingWords: readonly (readonly [RegExp, Holding, boolean])[] = [
  [/^(未售|未出售|待售|尾房|unsold)$/i, 'unsold', true],
  [/^(未交付|未交房|已售未交付|undelivered)$/i, 'undelivered', true],
  [/^(开发商|建设单位|自持|developer)$/i, 'sold', true],
  [/^(已售|已出售|已交付|已交房|sold|)$/i, 'sold', false],
];
const phoneShape = /^\+?\d[\d-]{5,18}$/;

/** A phone, identity or bank number in the place of a number that the office gave: it would be kept in clear. */
export const isPersonal = (number: string): boolean =>
  /(^|\D)(86)?1[3-9]\d{9}(\D|$)|\d{15}|(^|\D)0\d{9,11}(\D|$)/.test(tidy(number).replace(/[-–—()+]/g, ''));

type Cells = (column: Column) => string;
type Refused = Pick<RefusedRow, 'reason' | 'text'>;

/**
 * `lines` below the heading; `first` is the row number of the first of them; `at` says which column is what. Where building
 * or stairwell is blank it is that of the row above, as offices merge cells: the rows so read are `filled`.
 */
export function readRows(
  lines: readonly (readonly string[])[],
  first: number,
  at: ReadonlyMap<Column, number>,
  buildings: readonly Building[],
  kind: RollKind,
): { rows: RollRow[]; refused: RefusedRow[]; filled: number[] } {
  const find = buildingFinder(buildings);
  const only = buildings.length === 1 ? buildings[0] : undefined;
  const rows: RollRow[] = [];
  const refused: RefusedRow[] = [];
  const filled: number[] = [];
  const seen = new Map<string, number>();
  let above: Above = {};
  for (const [index, line] of lines.entries()) {
    if (line.every((cell) => cell.trim() === '')) continue;
    const row = first + index;
    const cells: Cells = (column) => line[at.get(column) ?? -1]?.normalize('NFKC').trim() ?? '';
    const said = splitDoor(cells('door'));
    above = below(above, cells, said.building);
    const door = readDoor(cells, said, find, only, above);
    const extra = readExtras(cells, kind);
    if ('reason' in door) refused.push({ row, ...door });
    else if ('reason' in extra) refused.push({ row, ...extra });
    else {
      const { fills, ...place } = door;
      const one = { row, ...place, ...extra };
      if (fills) filled.push(row);
      const twin = seen.get(placeOf(one, kind));
      if (twin !== undefined) refused.push({ row, reason: 'twice', text: String(twin) });
      else {
        seen.set(placeOf(one, kind), row);
        rows.push(one);
      }
    }
  }
  return { rows, refused, filled };
}

/** What the merged cells beside a row say. */
type Above = Partial<Record<'estate' | 'building' | 'stairwell' | 'place', string>>;

/** A building of its own, in its column or before the door, ends the stairwell above it, and an estate the building. */
function below(above: Above, cells: Cells, said: string): Above {
  const [estate, building, stairwell] = [cells('estate'), cells('building'), cells('stairwell')];
  const otherEstate = estate !== '' && estate !== above.estate;
  const place = building || said || (otherEstate ? '' : above.place) || '';
  return {
    estate: estate || above.estate || '',
    building: building || (otherEstate ? '' : above.building) || '',
    place,
    stairwell: stairwell || (otherEstate || place !== above.place ? '' : above.stairwell) || '',
  };
}

function readDoor(
  cells: Cells,
  said: ReturnType<typeof splitDoor>,
  find: ReturnType<typeof buildingFinder>,
  only: Building | undefined,
  above: Above,
): (Pick<RollRow, 'unit' | 'stairwell' | 'door'> & { fills: boolean }) | Refused {
  const words = cells('door');
  const own = { building: cells('building') || said.building, stairwell: stairwellOf(cells('stairwell')) };
  // 合计 below the last door is no door of the building above.
  const merged = /[\d一二三四五六七八九十]/.test(words) ? above : {};
  const named = own.building || (merged.building ?? '');
  const building = named === '' ? (only ?? 'no-building') : find(named, cells('estate') || merged.estate);
  if (typeof building === 'string') return { reason: building, text: named };
  // Beside a stairwell of its own 3-302 is that door, unless it names the same one.
  const whole = own.stairwell !== '' && !/单元/.test(words) && said.building === '';
  const door = whole && said.stairwell !== own.stairwell ? doorOf(words) : said.door;
  const stairwell = own.stairwell || said.stairwell || stairwellOf(merged.stairwell ?? '');
  if (door === '') return { reason: 'no-door', text: words };
  if (door.length > rowLimits.door || stairwell.length > rowLimits.stairwell)
    return { reason: 'long', text: words };
  const fills =
    (own.building === '' && named !== '') || (stairwell !== '' && own.stairwell + said.stairwell === '');
  return { unit: building.id, stairwell, door, fills };
}

type Extras = Omit<RollRow, 'row' | 'unit' | 'stairwell' | 'door'>;

function readExtras(cells: Cells, kind: RollKind): Extras | Refused {
  const name = tidyName(cells('name'));
  if (/\d{6}/.test(name)) return { reason: 'name-number', text: name.replace(/\d/g, '*') };
  if (name.length > rowLimits.name) return { reason: 'long', text: name };
  const phone = tidy(cells('phone'));
  if (phone !== '' && !phoneShape.test(phone)) return { reason: 'phone', text: phone };
  const floor = cells('floor').replace(/(楼|层)$/, '');
  if (floor !== '' && !(/^-?\d{1,3}$/.test(floor) && Math.abs(Number(floor)) <= rowLimits.floors))
    return { reason: 'floor', text: floor };
  const extra = { name, ...(phone && { phone }), ...(floor && { floor: Number(floor) }) };
  if (kind === 'owner') return readOwner(cells, extra);
  return kind === 'person' && name === '' ? { reason: 'no-name', text: '' } : extra;
}

function readOwner(cells: Cells, extra: Extras): Extras | Refused {
  if (cells('area') === '') return { reason: 'no-area', text: '' };
  const area = readArea(cells('area'));
  if (typeof area === 'string') return { reason: area, text: cells('area') };
  const number = cells('ownerNumber');
  if (number.length > rowLimits.ownerNumber) return { reason: 'long', text: number };
  if (isPersonal(number)) return { reason: 'number-personal', text: number.replace(/\d/g, '*') };
  const words = tidy(cells('holding'));
  const held = holdingWords.find(([shape]) => shape.test(words));
  if (!held) return { reason: 'holding', text: words };
  const [, holding, developer] = held;
  // What is the developer's needs no name.
  if (extra.name === '' && number === '' && !developer) return { reason: 'no-name', text: '' };
  return {
    ...extra,
    area,
    ...(number && { ownerNumber: number }),
    ...(words && { holding, developer }),
  };
}
