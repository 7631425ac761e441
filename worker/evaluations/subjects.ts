// Who is rated: areas of the branch, or people who hold a post in one, kept in administrative order with the names above them.
import type { Body } from '../../schema/api/endpoint.ts';
import type { createEvaluation } from '../../schema/api/evaluations.ts';
import { doorKey } from '../../schema/rolls/doors.ts';
import type { TreeUnit } from '../campaigns/freeze.ts';
import { subtree } from '../campaigns/store.ts';
import { chunks } from '../db/chunks.ts';
import { newId } from '../db/random.ts';
import { Refusal } from '../http/refusal.ts';

type Asked = Body<typeof createEvaluation>['subjects'];

interface Placed {
  unit: TreeUnit;
  position: number;
  above: string;
}

/** Each unit in use under `top` with its place in the order and the names between. */
async function placesIn(
  db: D1Database,
  { unit: top, path }: { unit: string; path: string },
): Promise<ReadonlyMap<string, Placed>> {
  const units = await subtree(db, path);
  const below = new Map<string | null, TreeUnit[]>();
  for (const unit of units) below.set(unit.parent, [...(below.get(unit.parent) ?? []), unit]);
  const places = new Map<string, Placed>();
  const walk = (unit: TreeUnit, above: readonly string[]): void => {
    places.set(unit.id, { unit, position: places.size, above: above.join(' ') });
    const under = [...(below.get(unit.id) ?? [])].sort(
      (a, b) => a.position - b.position || (a.path < b.path ? -1 : 1),
    );
    for (const child of under) walk(child, unit.id === top ? above : [...above, unit.name]);
  };
  const start = units.find(({ id }) => id === top);
  if (start) walk(start, []);
  return places;
}

/**
 * The statements that put these in place of those that were there; ids of those that stay are kept.
 * @throws Refusal scope-outside, bad-input for somebody named twice, or named where areas are rated, or the reverse
 */
export async function replaceSubjects(
  db: D1Database,
  at: { evaluation: string; unit: string; path: string; post: string },
  asked: Asked,
): Promise<D1PreparedStatement[]> {
  const places = await placesIn(db, at);
  const { results } = await db
    .prepare('SELECT id, unit, person FROM evaluation_subject WHERE evaluation = ?1')
    .bind(at.evaluation)
    .all<{ id: string; unit: string; person: string }>();
  const keyOf = (one: { unit: string; person: string }) => `${one.unit} ${one.person}`;
  const known = new Map(results.map((one) => [keyOf(one), one.id]));
  const rows = asked.map((one) => {
    const place = places.get(one.unit);
    if (!place) throw new Refusal('scope-outside');
    if ((one.person === '') !== (at.post === '')) throw new Refusal('bad-input', { where: 'subjects' });
    const id = known.get(keyOf(one)) ?? newId();
    return [
      id,
      one.unit,
      place.unit.path,
      place.unit.name,
      place.above,
      one.person,
      place.position,
      doorKey(one.door ?? ''),
    ];
  });
  if (new Set(asked.map(keyOf)).size !== asked.length) throw new Refusal('bad-input', { where: 'subjects' });
  return [
    db.prepare('DELETE FROM evaluation_subject WHERE evaluation = ?1').bind(at.evaluation),
    ...chunks(rows).map((part) =>
      db
        .prepare(
          `INSERT INTO evaluation_subject (evaluation, id, unit, path, name, above, person, position, door)
           SELECT ?1, j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5, j.value ->> 6, j.value ->> 7
           FROM json_each(?2) j`,
        )
        .bind(at.evaluation, JSON.stringify(part)),
    ),
  ];
}

/**
 * The statements that give these the names and places that they have now, and ids of units that the branch has no more.
 */
export async function placeSubjects(
  db: D1Database,
  at: { evaluation: string; unit: string; path: string },
  rated: readonly { unit: string }[],
): Promise<{ statements: D1PreparedStatement[]; gone: string[] }> {
  const places = await placesIn(db, at);
  const asked = [...new Set(rated.map(({ unit }) => unit))];
  const rows = asked.flatMap((id) => {
    const place = places.get(id);
    return place ? [[id, place.unit.path, place.unit.name, place.above, place.position]] : [];
  });
  return {
    gone: asked.filter((id) => !places.has(id)),
    statements: chunks(rows).map((part) =>
      db
        .prepare(
          `UPDATE evaluation_subject SET path = j.value ->> 1, name = j.value ->> 2, above = j.value ->> 3,
             position = j.value ->> 4 FROM json_each(?2) j WHERE evaluation = ?1 AND unit = j.value ->> 0`,
        )
        .bind(at.evaluation, JSON.stringify(part)),
    ),
  };
}

/** SQL: household `h` is that of the person `o` who is rated: by the name on the roll, or by the door. */
export const ownHome = (door = 'o.door') =>
  `(h.name = o.person OR (${door} <> '' AND h.stairwell || '-' || h.door = ${door}))`;
