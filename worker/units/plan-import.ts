// From the rows of a file and the tree as it stands to what will be stored, and why each other row can not be used.
// Pure, so that a dry run and the real one say the same.
import { fillIn, type Language } from '../../schema/words/language.ts';
import type { FileRow } from './unit-file.ts';

/** A unit of the root as the plan needs it. */
export interface Standing {
  id: string;
  parent: string | null;
  kind: string;
  name: string;
  code: string;
  path: string;
  households: number;
  retired: boolean;
  /** lies in the branch that is imported into */
  mine: boolean;
}

export interface Planned {
  id: string;
  parent: string;
  kind: string;
  name: string;
  code: string;
  path: string;
  households: number;
}
export interface Update {
  id: string;
  name: string;
  households: number;
}
export interface Plan {
  /** parents before children */
  created: Planned[];
  updated: Update[];
  unchanged: number;
  /** what is created and updated, to be looked at before: in the order of storing */
  changes: Change[];
  refused: { row: number; text: string; reason: string; unit?: string }[];
}
/** `was` of a unit that is there already; `above`: the name of what it stands under. */
export interface Change {
  row: number;
  kind: string;
  name: string;
  code: string;
  households: number;
  above: string;
  was: { name: string; households: number } | null;
}

/** A map, since a cell may say `constructor`: a kind of its own like any other word. */
const kindWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    市: 'city',
    城市: 'city',
    县: 'city',
    区: 'city',
    街道: 'street',
    乡镇: 'street',
    镇: 'street',
    乡: 'street',
    社区: 'community',
    村: 'community',
    网格: 'grid',
    小区: 'estate',
    楼栋: 'building',
    楼: 'building',
    栋: 'building',
    单元: 'stairwell',
    点位: 'place',
  }),
);
const kindShape = /^[a-z][a-z0-9-]{0,23}$/;
const codeShape = /^[A-Za-z0-9._-]{1,40}$/;
const mostHouseholds = 1_000_000;
/** Deeper trees are a mistake in the file: a city has five to eight levels. */
const mostLevels = 16;

const reasons = {
  zh: {
    kind: '类型“{text}”不认识。请用：市、街道、社区、网格、小区、楼栋、单元、点位。',
    name: '名称要 1 到 60 个字。',
    code: '编码“{text}”只能用字母、数字、点、短横和下划线，最多 40 个。',
    households: '户数“{text}”不是 0 到 100 万的整数。',
    twice: '编码“{text}”和第 {row} 行重复。',
    elsewhere: '编码“{text}”已经在别处用过。',
    retired: '编码“{text}”的单位已经停用。',
    otherKind: '编码“{text}”已经有了，但类型不同。',
    otherParent: '编码“{text}”已经在另一个上级下面。导入不会移动，请用“移动”。',
    parent: '没有找到上级编码“{text}”。',
    parentRetired: '上级编码“{text}”已经停用。',
    parentRefused: '上级（第 {row} 行）没能导入。',
    itself: '上级关系绕成了圈。',
    deep: '层级太深，最多 16 级。',
  },
  en: {
    kind: 'Kind “{text}” is unknown. Use city, street, community, grid, estate, building, stairwell or place.',
    name: 'A name has 1 to 60 characters.',
    code: 'Code “{text}” may hold letters, digits, dots, hyphens and underscores, 40 at most.',
    households: 'Households “{text}” is not a whole number from 0 to a million.',
    twice: 'Code “{text}” is the same as in row {row}.',
    elsewhere: 'Code “{text}” is taken elsewhere.',
    retired: 'The area with code “{text}” is out of use.',
    otherKind: 'Code “{text}” exists, but with another kind.',
    otherParent: 'Code “{text}” exists below another parent. An import moves nothing; use “Move”.',
    parent: 'There is no parent with code “{text}”.',
    parentRetired: 'The parent with code “{text}” is out of use.',
    parentRefused: 'Its parent (row {row}) could not be used.',
    itself: 'The parents run in a circle.',
    deep: 'Too many levels: 16 at most.',
  },
} as const;

/** A row whose cells are sound. households: null when left empty. */
interface Sound {
  file: FileRow;
  kind: string;
  name: string;
  code: string;
  parent: string;
  households: number | null;
}

export function planImport(
  rows: readonly FileRow[],
  top: Standing,
  standing: readonly Standing[],
  newId: () => string,
  language: Language,
): Plan {
  const words = reasons[language];
  const plan: Plan = { created: [], updated: [], unchanged: 0, changes: [], refused: [] };
  const refuse = (
    { row, text }: FileRow,
    reason: keyof typeof words,
    args: Record<string, string | number> = {},
    unit?: string,
  ) => {
    plan.refused.push({ row, text, reason: fillIn(words[reason], args), ...(unit && { unit }) });
  };
  const known = new Map(standing.map((unit) => [unit.code, unit]));
  const nameOf = new Map(standing.map(({ id, name }) => [id, name]));
  const change = ({ file: { row }, kind, name, code }: Sound, above: string | null, households: number) => {
    const old = known.get(code);
    plan.changes.push({
      row,
      kind,
      name,
      code,
      households,
      above: nameOf.get(above ?? '') ?? '',
      was: old ? { name: old.name, households: old.households } : null,
    });
  };

  // First each row by itself, and against the rows before it.
  const sound = new Map<string, Sound>();
  const firstRow = new Map<string, number>();
  for (const file of rows) {
    const read = readRow(file);
    if ('reason' in read) {
      refuse(file, read.reason, { text: read.text });
      if (!firstRow.has(file.cells.code)) firstRow.set(file.cells.code, file.row);
      continue;
    }
    const twin = sound.get(read.code)?.file.row;
    if (twin !== undefined) refuse(file, 'twice', { text: read.code, row: twin });
    else {
      sound.set(read.code, read);
      if (!firstRow.has(read.code)) firstRow.set(read.code, file.row);
    }
  }

  // Then each under its parent, whichever of the two comes first in the file.
  type Placed = { id: string; path: string; levels: number };
  const placed = new Map<string, Placed | 'refused'>();
  const stands = (unit: Standing): Placed => ({ id: unit.id, path: unit.path, levels: levelsOf(unit.path) });

  /** Places a row after all rows above it. */
  const place = (one: Sound): void => {
    const waiting = new Map<string, Sound>();
    let next: Sound | undefined = one;
    while (next && !placed.has(next.code)) {
      if (waiting.has(next.code)) {
        refuse(next.file, 'itself');
        placed.set(next.code, 'refused');
        break;
      }
      waiting.set(next.code, next);
      next = known.has(next.code) || known.get(next.parent)?.mine ? undefined : sound.get(next.parent);
    }
    for (const row of [...waiting.values()].reverse())
      if (!placed.has(row.code)) placed.set(row.code, settle(row));
  };

  const settle = (one: Sound): Placed | 'refused' => {
    const { file, code } = one;
    const no = (reason: keyof typeof words, args: Record<string, string | number> = {}, unit?: string) => {
      refuse(file, reason, { text: code, ...args }, unit);
      return 'refused' as const;
    };
    const old = known.get(code);
    if (old) {
      if (!old.mine) return no('elsewhere');
      if (old.retired) return no('retired', {}, old.id);
      if (old.kind !== one.kind) return no('otherKind');
      // An empty parent says nothing of where it stands; the unit imported under has its parent outside.
      const claimed = one.parent === '' || old.id === top.id ? old.parent : (known.get(one.parent)?.id ?? '');
      if (claimed !== old.parent) return no('otherParent', {}, old.id);
      const households = one.households ?? old.households;
      if (one.name === old.name && households === old.households) plan.unchanged += 1;
      else {
        plan.updated.push({ id: old.id, name: one.name, households });
        change(one, old.parent, households);
      }
      return stands(old);
    }
    const parent = parentOf(one, no);
    if (parent === 'refused') return parent;
    if (parent.levels >= mostLevels) return no('deep');
    const id = newId();
    const path = `${parent.path}${id}/`;
    const households = one.households ?? 0;
    plan.created.push({ id, parent: parent.id, kind: one.kind, name: one.name, code, path, households });
    nameOf.set(id, one.name);
    change(one, parent.id, households);
    return { id, path, levels: parent.levels + 1 };
  };

  const parentOf = (
    one: Sound,
    no: (reason: keyof typeof words, args?: Record<string, string | number>) => 'refused',
  ): Placed | 'refused' => {
    if (one.parent === '' || one.parent === top.code) return stands(top);
    const old = known.get(one.parent);
    if (old?.mine) return old.retired ? no('parentRetired', { text: one.parent }) : stands(old);
    const row = sound.get(one.parent);
    if (!row) {
      const bad = firstRow.get(one.parent);
      return bad === undefined ? no('parent', { text: one.parent }) : no('parentRefused', { row: bad });
    }
    const above = placed.get(row.code) ?? 'refused';
    return above === 'refused' ? no('parentRefused', { row: row.file.row }) : above;
  };

  for (const one of sound.values()) place(one);
  plan.refused.sort((a, b) => a.row - b.row);
  return plan;
}

const levelsOf = (path: string) => path.split('/').length - 2;

function readRow(file: FileRow): Sound | { reason: 'kind' | 'name' | 'code' | 'households'; text: string } {
  const { cells } = file;
  const word = cells.kind.toLowerCase();
  const kind = kindWords.get(word) ?? word;
  if (!kindShape.test(kind)) return { reason: 'kind', text: cells.kind };
  if (cells.name.length < 1 || cells.name.length > 60) return { reason: 'name', text: cells.name };
  if (!codeShape.test(cells.code)) return { reason: 'code', text: cells.code };
  const figure = cells.households.replace(/[,\s]|户$/g, '');
  const households = figure === '' ? null : Number(figure);
  if (households !== null && !(/^\d{1,7}$/.test(figure) && households <= mostHouseholds))
    return { reason: 'households', text: cells.households };
  return { file, kind, name: cells.name, code: cells.code, parent: cells.parent, households };
}
