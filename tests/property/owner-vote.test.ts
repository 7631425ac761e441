// Votes of owners from the roll to the result, drawn at random: the heads that SQL freezes are those of the rule, and
// every matter comes out as an oracle written apart counts it.
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Choices,
  countVote,
  type OwnerMatter,
  paperChoices,
} from '../../schema/elections/owner-vote.ts';
import { developerHead, headOf, holdings } from '../../schema/rolls/heads.ts';
import { headSql } from '../../worker/rolls/store.ts';
import { ownersAgain } from './owner-oracle.ts';

const unit = fc.record({
  owner: fc.constantFrom('张三', '李四', '王五 a1b2c3', 'Y-7'),
  area: fc.integer({ min: 1, max: 30_000 }),
  holding: fc.constantFrom('sold', 'sold', 'sold', ...holdings),
  developer: fc.boolean(),
});
const units = fc
  .array(unit, { maxLength: 14 })
  .map((all) =>
    all.map((one, at) => ({ ...one, id: `entry${at}`, developer: one.developer && at % 4 === 0 })),
  );

const headsBySql = (all: readonly { id: string; owner: string; holding: string; developer: boolean }[]) => {
  const db = new DatabaseSync(':memory:');
  db.exec('CREATE TABLE e (id TEXT, owner TEXT, holding TEXT, developer INTEGER)');
  const put = db.prepare('INSERT INTO e VALUES (?, ?, ?, ?)');
  for (const one of all) put.run(one.id, one.owner, one.holding, Number(one.developer));
  const rows = db.prepare(`SELECT id, ${headSql} AS head FROM e`).all();
  db.close();
  return new Map(rows.map(({ id, head }) => [String(id), String(head)]));
};

test('the heads that are frozen are those of the rule', () => {
  fc.assert(
    fc.property(units, (all) => {
      expect(headsBySql(all)).toEqual(new Map(all.map((one) => [one.id, headOf(one)])));
    }),
    { numRuns: 300 },
  );
});

const matters: OwnerMatter[] = [
  { id: 'm1', title: '一', text: '', item: 4 },
  { id: 'm2', title: '二', text: '', item: 7 },
];
const choices = fc.record({
  m1: fc.constantFrom(...paperChoices, 'agree', 'agree'),
  m2: fc.constantFrom(...paperChoices, 'agree', 'agree', 'agree'),
});
const silence = fc.option(
  fc.record({
    article: fc.constantFrom('管理规约第二十条', ' '),
    warning: fc.constantFrom('不投票的，从多数', ''),
    abstentions: fc.constantFrom('stand' as const, 'follow' as const),
  }),
);

test('every matter comes out as the oracle counts it', () => {
  const met = { passes: 0, fails: 0, joined: 0, void: 0 };
  fc.assert(
    fc.property(
      units,
      fc.array(choices, { minLength: 5, maxLength: 5 }),
      silence,
      fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }),
      (all, said, rule, reached) => {
        const heads = new Map<string, { area: number; units: string[] }>();
        for (const one of all) {
          const head = heads.get(headOf(one)) ?? { area: 0, units: [] };
          head.area += one.area;
          head.units.push(one.id);
          heads.set(headOf(one), head);
        }
        const ballots = [...heads.keys()].flatMap((head, at) => {
          const own: Choices | undefined = said[at];
          // The last of them was voided as a whole.
          return own && at < 4 ? [{ head, choices: at === 3 ? {} : own }] : [];
        });
        const served = new Set(all.filter((_, at) => reached[at]).map(({ id }) => id));
        const roll = [...heads].map(([head, held]) => ({ head, ...held }));
        const results = countVote(matters, roll, ballots, rule, served);
        for (const [at, { id }] of matters.entries()) {
          const again = ownersAgain({
            units: all.map((one) => ({ ...one, owner: headOf(one), holding: 'sold' })),
            developer: developerHead,
            ballots: ballots.flatMap(({ head, choices: own }) => {
              const choice = own[id];
              if (choice === 'void') met.void++;
              return choice === undefined || choice === 'void' || choice === 'unsigned'
                ? []
                : [{ owner: head, choice }];
            }),
            voided: ballots.map(({ head }) => head),
            kind: at === 0 ? 'ordinary' : 'special',
            record: rule && { ...rule, served },
          });
          const result = results[at];
          const sums = (one: typeof again.strict) =>
            JSON.parse(
              JSON.stringify(one, (_, value) => (typeof value === 'bigint' ? Number(value) : value)),
            );
          expect(result?.strict).toMatchObject(sums(again.strict));
          // What came in is what counts and what does not: nothing is left out of the sums.
          const { agree, against, abstain } = again.strict;
          const came = ballots.filter(({ choices: own }) => own[id] !== undefined).length;
          expect([agree, against, abstain].reduce((sum, { heads }) => sum + Number(heads), 0)).toBe(
            came - (result?.uncounted.heads ?? Number.NaN),
          );
          expect(result?.passes).toBe(again.passes);
          expect(result?.silence === null).toBe(again.silence === null);
          if (again.silence) {
            const { joined, ...joint } = again.silence;
            expect(result?.silence).toMatchObject(sums(joint));
            expect(result?.silence?.joined.heads).toBe(joined.length);
            met.joined += joined.length;
          }
          met[again.passes ? 'passes' : 'fails']++;
        }
      },
    ),
    { numRuns: 3000 },
  );
  for (const [what, times] of Object.entries(met)) expect([what, times > 50]).toEqual([what, true]);
});
