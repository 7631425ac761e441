// What is said to have changed between two versions: nothing only where nothing did. Every form is edited anywhere, at any
// depth, in any way that leaves a form.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Definition, definitionShape } from '../../schema/form/definition.ts';
import { diff } from '../../schema/form/diff.ts';
import { templates } from '../../schema/form/templates.ts';
import { changeSentences } from '../../web/staff/form/change-words.ts';
import { everyType } from '../unit/every-type.ts';

const runs = process.env.FULL ? 100_000 : 2_000;

type Spot = { holder: Record<string, unknown> | unknown[]; key: string | number };
const spotsIn = (node: unknown): Spot[] => {
  if (typeof node !== 'object' || node === null) return [];
  const keys = Array.isArray(node) ? node.map((_, at) => at) : Object.keys(node);
  const holder: Spot['holder'] = Array.isArray(node) ? node : Object.assign(node);
  return keys.flatMap((key) => [{ holder, key }, ...spotsIn(valueAt({ holder, key }))]);
};
const valueAt = ({ holder, key }: Spot): unknown =>
  Object.entries(holder).find(([name]) => name === `${key}`)?.[1];
function put({ holder, key }: Spot, value: unknown): void {
  if (Array.isArray(holder)) {
    if (value === undefined) holder.splice(Number(key), 1);
    else holder[Number(key)] = value;
  } else if (value === undefined) delete holder[key];
  else holder[key] = value;
}

const acts = ['take out', 'other', 'turn round', 'twice'] as const;
function changed(value: unknown, act: (typeof acts)[number], spot: Spot): void {
  if (act === 'take out') put(spot, undefined);
  else if (act === 'turn round' && Array.isArray(value)) value.reverse();
  else if (act === 'twice' && Array.isArray(spot.holder))
    spot.holder.splice(Number(spot.key), 0, renamed(value));
  else if (typeof value === 'string') put(spot, `${value}改`);
  else if (typeof value === 'number') put(spot, value + 1);
  else if (typeof value === 'boolean') put(spot, !value);
}
const renamed = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value
    ? { ...structuredClone(value), id: `${value.id}_2` }
    : structuredClone(value);

const forms: Definition[] = [everyType, ...templates.map(({ definition }) => definition)];
const text = (form: Definition) => JSON.stringify(form);

test(`${runs} edits of every kind of form: a change is said exactly where there is one`, () => {
  let said = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...forms),
      fc.array(fc.record({ act: fc.constantFrom(...acts), at: fc.nat(1_000_000) }), {
        minLength: 1,
        maxLength: 3,
      }),
      (form, edits) => {
        const before = definitionShape().parse(structuredClone(form));
        const draft: Record<string, unknown> = structuredClone({ ...before });
        for (const { act, at } of edits) {
          const spots = spotsIn(draft);
          const spot = spots[at % spots.length];
          if (spot) changed(valueAt(spot), act, spot);
        }
        const parsed = definitionShape().safeParse(draft);
        fc.pre(parsed.success);
        const after = definitionShape().parse(draft);
        const equal = text(before) === text(after);
        for (const [one, other] of [
          [before, after],
          [after, before],
        ] as const) {
          const changes = diff(one, other);
          expect([changes.length === 0, text(one), text(other)]).toEqual([equal, text(one), text(other)]);
          expect(changeSentences(changes, one, other).length === 0).toBe(equal);
        }
        if (!equal) said++;
      },
    ),
    { numRuns: runs },
  );
  expect(said).toBeGreaterThan(runs / 2);
});
