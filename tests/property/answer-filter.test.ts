// A filtered list is the filter of the whole list, page by page and both ways, for random filters over answers of every
// basic type; a file of the filter holds the same. What is expected is told from the answers alone.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type AnswerFilter,
  type Order,
  orders,
  type ResponseRow,
  responseStates,
} from '../../schema/api/responses.ts';
import { placeDay } from '../../schema/day.ts';
import { type City, day, openCity, responseId } from '../http/city.ts';
import { thirtyAnswers, thirtyQuestions } from './sample.ts';

const many = 160;
const runs = process.env.FULL ? 1000 : 60;
const now = Date.now();
const channels = ['self', 'assisted', 'paper'];
const states = responseStates.slice(0, 2);

let city: City;
let list = '';
let whole: ResponseRow[] = [];
beforeAll(async () => {
  city = await openCity();
  const { form } = await city.publishForm(thirtyQuestions());
  const run = await city.openCampaign(form);
  for (let seed = 0; seed < many; seed++) {
    const id = responseId();
    const reply = await city.anyone(
      'PUT',
      `/api/campaigns/${run.slug}/responses/${id}`,
      { version: 1, unit: `b${1 + (seed % 6)}`, answers: thirtyAnswers(seed) },
      { 'cf-connecting-ip': `10.10.0.${seed}` },
    );
    expect(reply.status, reply.text).toBe(200);
    const at = now - (seed % 9) * day;
    await city.db
      .prepare('UPDATE response SET at = ?2, day = ?3, grp = ?4, state = ?5 WHERE id = ?1')
      .bind(id, at, placeDay(at), channels[seed % 3], states[seed % 7 ? 0 : 1])
      .run();
  }
  list = `/api/campaigns/${run.id}/units/`;
  whole = await pages('city', {}, 50);
  expect(whole).toHaveLength(many);
}, 60_000);
afterAll(() => city.close());

/** All pages in one direction, from a place on (the beginning of a branch unless one is given), as one list. */
async function pages(
  unit: string,
  filter: AnswerFilter,
  most: number,
  order: Order = 'building',
  from?: { before: number },
) {
  const way = from ? 'before' : 'after';
  const found: ResponseRow[] = [];
  for (let place: number | null = from?.before ?? 0; place !== null; ) {
    const reply = await city.as('mayor')(
      'GET',
      `${list}${unit}/responses?${queryOf({ ...filter, order, [way]: place, most })}`,
    );
    expect(reply.status, reply.text).toBe(200);
    const rows: ResponseRow[] = reply.body.responses;
    expect(rows.length).toBeLessThanOrEqual(most);
    found.splice(from ? 0 : found.length, 0, ...rows);
    place = reply.body.next;
  }
  return found;
}
const queryOf = (asked: object) =>
  new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]));
const inOrder: Record<Order, () => ResponseRow[]> = {
  building: () => whole,
  newest: () => whole.toSorted((a, b) => b.seq - a.seq),
};
const ids = (rows: readonly ResponseRow[]) => rows.map(({ id }) => id);

/** Branches and the buildings in them. */
const branches: Record<string, string[]> = {
  city: ['b1', 'b2', 'b3', 'b4', 'b5', 'b6'],
  east: ['b1', 'b2', 'b3', 'b4'],
  e1g: ['b1', 'b2'],
  b3: ['b3'],
  w1: ['b5', 'b6'],
};

function fits(row: ResponseRow, filter: AnswerFilter): boolean {
  const { from, to, channel, state, question, is, min, max, words } = filter;
  const on = placeDay(row.at);
  if ((from && on < from) || (to && on > to)) return false;
  if ((channel && row.channel !== channel) || (state && row.state !== state)) return false;
  if (words && !String(row.answers.more ?? '').includes(words)) return false;
  if (!question) return true;
  const answer = row.answers[question];
  if (answer === undefined) return false;
  if (is !== undefined) {
    const [line = '', point = ''] = is.split(':');
    if (point) return String(Object(answer)[line]) === point;
    return Array.isArray(answer) ? answer.includes(is) : String(answer) === is;
  }
  return typeof answer !== 'number' || (answer >= (min ?? answer) && answer <= (max ?? answer));
}

const some = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined, freq: 2 });
const aDay = fc.integer({ min: 0, max: 9 }).map((ago) => placeDay(now - ago * day));
const asked = fc.oneof(
  fc.constant({}),
  fc.record({ question: fc.constantFrom('c0', 'm1', 'grid', 'people', 'more', 'nps', 's3') }),
  fc.record({ question: fc.constantFrom('c0', 'c7'), is: fc.constantFrom('a', 'b', 'c', 'd') }),
  fc.record({ question: fc.constantFrom('m0', 'm1', 'm2'), is: fc.constantFrom('a', 'd', 'f') }),
  fc.record({ question: fc.constantFrom('s0', 's3', 'star'), is: fc.constantFrom('1', '5', '3') }),
  fc.record({ question: fc.constant('s0'), is: fc.constant('na') }),
  fc.record({ question: fc.constant('nps'), is: fc.constantFrom('0', '10', '7') }),
  fc.record({ question: fc.constant('yes'), is: fc.constantFrom('yes', 'no') }),
  fc.record({ question: fc.constant('grid'), is: fc.constantFrom('r1:1', 'r3:5', 'r2:1') }),
  fc.record(
    {
      question: fc.constant('people'),
      min: fc.integer({ min: -1, max: 8 }),
      max: fc.integer({ min: -1, max: 8 }),
    },
    { requiredKeys: ['question'] },
  ),
);
const filters = fc
  .tuple(
    asked,
    fc.record({
      from: some(aDay),
      to: some(aDay),
      channel: some(fc.constantFrom(...channels)),
      state: some(fc.constantFrom(...states)),
      words: some(fc.constantFrom('意见', '意见 1', '9', '没有')),
    }),
  )
  .map(
    ([question, others]): AnswerFilter =>
      Object.fromEntries(
        Object.entries({ ...question, ...others }).filter(([, value]) => value !== undefined),
      ),
  );

test('a filtered list is the filter of the whole list', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(
      filters,
      fc.constantFrom(...Object.keys(branches)),
      fc.integer({ min: 1, max: 50 }),
      fc.constantFrom(...orders),
      async (filter, unit, most, order) => {
        const fitting = (rows: ResponseRow[]) =>
          ids(rows.filter((row) => branches[unit]?.includes(row.unit.id) && fits(row, filter)));
        const expected = fitting(whole);
        found += expected.length;
        expect(ids(await pages(unit, filter, most, order))).toEqual(fitting(inOrder[order]()));
        const file = queryOf({ format: 'ndjson', ...filter });
        const { text } = await city.as('mayor')('GET', `${list}${unit}/export?${file}`);
        const lines = text.split('\n').filter(Boolean);
        expect(lines.map((line) => JSON.parse(line).response)).toEqual(expected);
      },
    ),
    { numRuns: runs },
  );
  // The filters are not so narrow that nothing is looked at.
  expect(found).toBeGreaterThan(runs);
}, 120_000);

test('going back from any answer finds what stands before it', async () => {
  await fc.assert(
    fc.asyncProperty(
      filters,
      fc.integer({ min: 1, max: 50 }),
      fc.nat(many - 1),
      fc.constantFrom(...orders),
      async (filter, most, at, order) => {
        const rows = inOrder[order]();
        const from = { before: rows[at]?.seq ?? 0 };
        const expected = ids(rows.slice(0, at).filter((row) => fits(row, filter)));
        expect(ids(await pages('city', filter, most, order, from))).toEqual(expected);
      },
    ),
    { numRuns: runs },
  );
}, 120_000);
