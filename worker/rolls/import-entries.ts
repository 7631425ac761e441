// Rows into a draft: what is new is added, what is known is changed, nothing goes. The browser has checked and placed every
// row; here it is all checked again, against the roll as it stands, and stored in one batch or not at all.
import type { Body, Output } from '../../schema/api/endpoint.ts';
import type { importEntries as contract } from '../../schema/api/rolls.ts';
import { doorPosition } from '../../schema/rolls/doors.ts';
import { ownerKey, sameNames } from '../../schema/rolls/heads.ts';
import { asKept, isPersonal, placeOf } from '../../schema/rolls/rows.ts';
import { recordWhere } from '../audit/record.ts';
import { newId } from '../db/random.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { endOfBranch } from '../units/store.ts';
import { contactHasher } from './contact.ts';
import { knownAt, putEntries } from './import-store.ts';
import {
  draftGuard,
  type EntryRecord,
  numberOf,
  type RollRecord,
  readDraft,
  recountUnits,
  touch,
} from './store.ts';

type Row = Body<typeof contract>['rows'][number];
type Report = Output<typeof contract>;

/** Someone else's change to the roll makes a plan void; then it is made anew. */
const tries = 3;

/** @throws Refusal roll-frozen, stale */
export async function importEntries(
  call: StaffCall,
  id: string,
  asked: Body<typeof contract>,
): Promise<Report> {
  const rows = asked.rows.map(asKept);
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const roll = await readDraft(call.db, id);
    const { report, put } = await plan(call.db, roll, rows);
    if (asked.dryRun || put.length === 0 || (await store(call, roll, put, report))) return report;
  }
  throw new Refusal('stale');
}

async function plan(db: D1Database, roll: RollRecord, rows: readonly Row[]) {
  const report: Report = { added: 0, changed: 0, same: 0, others: 0, changes: [], refused: [] };
  const { paths, known, total } = await standing(db, roll, rows);
  const hash = await contactHasher(roll.salt);
  const put: EntryRecord[] = [];
  const seen = new Set<string>();
  let met = 0;
  for (const row of rows) {
    const refuse = (reason: Report['refused'][number]['reason']) =>
      report.refused.push({ row: row.row, reason });
    const place = placeOf(row, roll.kind);
    const path = paths.get(row.unit);
    const old = known.get(place);
    if (old) met += 1;
    if (path === undefined) refuse('unit');
    else if (seen.has(place)) refuse('twice');
    else if (old && old.struck_at !== null) refuse('struck');
    else {
      seen.add(place);
      const next = entryFrom(
        { ...row, name: row.name || (old?.name ?? '') },
        roll.kind,
        path,
        old,
        row.phone ? await hash(row.phone) : undefined,
      );
      const missing = isPersonal(row.ownerNumber ?? '') ? 'number-personal' : wanting(next, roll.kind);
      if (missing) refuse(missing);
      else if (!old) report.added += 1;
      else if (isSame(old, next)) report.same += 1;
      else {
        report.changed += 1;
        report.changes.push(row.row);
      }
      if (!missing && !(old && isSame(old, next))) put.push(next);
    }
  }
  report.others = total - met;
  return { report, put };
}

/** Buildings of the branch that rows name, the entries at their doors, and how many the roll has. */
async function standing(db: D1Database, roll: RollRecord, rows: readonly Row[]) {
  const places = rows.map((row) => [
    row.unit,
    row.stairwell,
    row.door,
    roll.kind === 'person' ? row.name : '',
  ]);
  const [units, count, ...found] = await db.batch<unknown>([
    db
      .prepare(
        `SELECT u.id, u.path FROM json_each(?1) j JOIN unit u ON u.id = j.value
         WHERE u.kind = 'building' AND u.retired_at IS NULL AND u.path >= ?2 AND u.path < ?3`,
      )
      .bind(JSON.stringify([...new Set(rows.map(({ unit }) => unit))]), roll.path, endOfBranch(roll.path)),
    db.prepare('SELECT coalesce(sum(n + struck), 0) AS n FROM roll_unit WHERE roll = ?1').bind(roll.id),
    ...knownAt(db, roll.id, places),
  ]);
  const known = found.flatMap(({ results }) => results as EntryRecord[]);
  return {
    paths: new Map(
      ((units?.results ?? []) as { id: string; path: string }[]).map((one) => [one.id, one.path]),
    ),
    known: new Map(known.map((entry) => [placeOf(entry, roll.kind), entry])),
    total: (count?.results[0] as { n: number } | undefined)?.n ?? 0,
  };
}

/**
 * What a row leaves out stays as it was; but phone and number are the owner's, and end with the name. `given` is the
 * contact of a phone that was said.
 */
export function entryFrom(
  row: Omit<Row, 'row'>,
  kind: RollRecord['kind'],
  path: string,
  old: EntryRecord | undefined,
  given: string | null | undefined,
): EntryRecord {
  const { unit, stairwell, door, name } = row;
  const same = old && (old.name === '' || sameNames(old.name, name)) ? old : undefined;
  const contact = given === undefined ? (same?.contact ?? null) : given;
  const number = same ? numberOf(same) : '';
  return {
    id: old?.id ?? newId(),
    unit,
    path,
    stairwell,
    door,
    person: kind === 'person' ? name : '',
    floor: row.floor ?? old?.floor ?? null,
    name,
    contact,
    area: row.area ?? old?.area ?? null,
    owner: kind === 'owner' ? ownerKey(name, row.ownerNumber ?? number, contact) : '',
    holding: row.holding ?? old?.holding ?? 'sold',
    developer: Number(row.developer ?? old?.developer === 1),
    position: doorPosition(stairwell, door),
    struck_at: old?.struck_at ?? null,
    rev: (old?.rev ?? 0) + 1,
  };
}

/** What an entry of this kind cannot be without. */
export function wanting(entry: EntryRecord, kind: RollRecord['kind']): 'no-name' | 'no-area' | undefined {
  if (kind === 'person' && entry.name === '') return 'no-name';
  if (kind !== 'owner') return undefined;
  if (entry.area === null) return 'no-area';
  return entry.owner === '' && entry.developer === 0 && entry.holding === 'sold' ? 'no-name' : undefined;
}

const kept = ['name', 'floor', 'contact', 'area', 'owner', 'holding', 'developer'] as const;
const isSame = (one: EntryRecord, other: EntryRecord) => kept.every((field) => one[field] === other[field]);

/** False when the roll is another than the plan was made for. */
async function store(
  { db, now, actor }: StaffCall,
  roll: RollRecord,
  put: readonly EntryRecord[],
  { added, changed, refused }: Report,
): Promise<boolean> {
  const entry = {
    at: now,
    actor: actor.id,
    act: 'roll.import',
    target: roll.id,
    path: roll.path,
    detail: { title: roll.title, created: added, updated: changed, refused: refused.length },
  };
  const [recorded] = await db.batch([
    recordWhere(db, entry, draftGuard, [roll.id, roll.rev]),
    ...putEntries(db, roll.id, roll.rev, put),
    recountUnits(db, roll.id, [...new Set(put.map(({ unit }) => unit))]),
    touch(db, roll.id, roll.rev),
  ]);
  return recorded?.meta.changes === 1;
}
