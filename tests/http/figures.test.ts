// Figures for reports equal a hand count at every level, hide what boards hide, and read a bounded number of rows.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Output } from '../../schema/api/endpoint.ts';
import type { Figures, getPairs, getSaid } from '../../schema/api/figures.ts';
import type { Scorecard } from '../../schema/api/scorecards.ts';
import type { Definition } from '../../schema/form/definition.ts';
import { answersTo, crossed, figures } from '../../worker/figures/read.ts';
import { metered } from '../bench/metered.ts';
import { type City, openCity, pathOf, responseId } from './city.ts';

const abc = [
  { id: 'a', label: '甲' },
  { id: 'b', label: '乙' },
  { id: 'c', label: '丙' },
];
const definition: Definition = {
  title: '邻里调查',
  layout: 'steps',
  questions: [
    { id: 'age', type: 'single', title: '年纪', options: abc },
    { id: 'overall', type: 'scale', title: '满意吗', from: 1, to: 5, na: true },
    { id: 'worry', type: 'multi', title: '操心什么', options: abc },
    {
      id: 'parts',
      type: 'matrix-single',
      title: '几方面',
      rows: [
        { id: 'clean', label: '环境' },
        { id: 'cleaner', label: '保洁' },
      ],
      columns: abc,
    },
    { id: 'day', type: 'date', title: '哪天' },
    { id: 'agree', type: 'consent', title: '同意', text: '同意提供身份证号', version: 1 },
    { id: 'idno', type: 'id-number', title: '身份证号', showIf: { q: 'agree', op: 'answered' } },
    { id: 'words', type: 'long-text', title: '还想说什么' },
  ],
};

interface Given {
  unit: string;
  answers: {
    age?: string;
    overall?: number | 'na';
    worry?: string[];
    parts?: Record<string, string>;
    day?: string;
    words?: string;
  };
}

let city: City;
let campaign = { id: '', slug: '' };
const given: Given[] = [];
const sizes = { b1: 14, b2: 9, b3: 12, b4: 3, b5: 16, b6: 11 };

beforeAll(async () => {
  city = await openCity();
  const { form } = await city.publishForm(definition);
  campaign = await city.openCampaign(form);
  let turn = 0;
  for (const [unit, n] of Object.entries(sizes))
    for (let at = 0; at < n; at++) {
      turn += 1;
      given.push({
        unit,
        answers: {
          ...(turn % 5 && { age: ['a', 'b', 'c'][turn % 3] ?? 'a' }),
          overall: turn % 9 ? 1 + (turn % 5) : 'na',
          ...(turn % 4 && { worry: turn % 2 ? ['a'] : ['b', 'c'] }),
          ...(turn % 6 && { parts: { clean: turn % 2 ? 'a' : 'b', ...(turn % 7 ? { cleaner: 'c' } : {}) } }),
          ...(turn % 8 === 0 && { day: '2026-03-08' }),
          ...(turn % 7 === 0 && { words: `说 ${turn}` }),
        },
      });
    }
  for (const { unit, answers } of given) await send(unit, answers);
  await send('b1', { agree: 1, idno: '11010519491231002X' });
  given.push({ unit: 'b1', answers: {} });
}, 120_000);
afterAll(() => city.close());

async function send(unit: string, answers: object) {
  const at = `/api/campaigns/${campaign.slug}/responses/${responseId()}`;
  const reply = await city.anyone('PUT', at, { version: 1, unit, answers });
  expect(reply.status, reply.text).toBeLessThan(300);
}
async function read<T>(login: string, unit: string, what: string): Promise<T> {
  const reply = await city.as(login)('GET', `/api/campaigns/${campaign.id}/units/${unit}/${what}`);
  expect(reply.status, reply.text).toBe(200);
  return reply.body;
}
const figuresAt = (unit: string, query = '', login = 'mayor') =>
  read<Figures>(login, unit, `figures${query}`);
const under = (unit: string) => given.filter((one) => pathOf(one.unit).includes(`/${unit}/`));
const lineAt = (found: Figures, question: string, row = '') =>
  found.lines.findIndex((line) => line.question === question && line.item.row === row);
const tallied = (keys: readonly string[]) => {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};

describe('counts', () => {
  it.each(['city', 'east', 'w1', 'b5'])('equal a hand count at %s', async (unit) => {
    const found = await figuresAt(unit);
    const answers = under(unit).map((one) => one.answers);
    expect(found.here.n).toBe(answers.length);
    const counts = (question: string, row = '') => found.here.counts[lineAt(found, question, row)];
    // Below the city small counts are told together only, or not at all.
    const holds = (found: Record<string, number> | null | undefined, hand: Record<string, number>) => {
      if (unit === 'city') expect(found).toEqual(hand);
      if (!found) return;
      const { _others = 0, ...open } = found;
      expect(hand).toMatchObject(open);
      const rest = Object.entries(hand).flatMap(([key, n]) => (key in open ? [] : [n]));
      if (!('_n' in hand)) expect(_others).toBe(rest.reduce((sum, n) => sum + n, 0));
    };
    holds(counts('age'), tallied(answers.flatMap(({ age }) => age ?? [])));
    holds(
      counts('overall'),
      tallied(answers.flatMap(({ overall }) => (overall === undefined ? [] : String(overall)))),
    );
    holds(counts('worry'), {
      ...tallied(answers.flatMap(({ worry = [] }) => worry)),
      _n: answers.filter(({ worry }) => worry).length,
    });
    holds(
      counts('parts', 'clean'),
      tallied(answers.flatMap(({ parts }) => (parts?.clean ? `clean:${parts.clean}` : []))),
    );
  });

  it('has a line for every question that is answered, also for those that boards have none for', async () => {
    const found = await figuresAt('city');
    expect([...new Set(found.lines.map(({ question }) => question))].sort()).toEqual(
      definition.questions.map(({ id }) => id).sort(),
    );
    expect(found.here.counts[lineAt(found, 'day')]).toEqual({
      _n: given.filter(({ answers }) => answers.day).length,
    });
  });

  it('put the units of a level side by side, in administrative order', async () => {
    const found = await figuresAt('city', '?depth=2');
    expect(found.levels.map(({ depth, units, kinds }) => [depth, units, kinds])).toEqual([
      [1, 2, ['street']],
      [2, 3, ['community']],
      [3, 4, ['grid']],
      [4, 6, ['building']],
    ]);
    expect(found.units.map(({ unit }) => unit.id)).toEqual(['e1', 'e2', 'w1']);
    const grids = await figuresAt('city', '?depth=3');
    expect(grids.units.map(({ unit }) => unit.id)).toEqual(['e1g', 'e1h', 'e2g', 'w1g']);
    expect((await figuresAt('e1', '?depth=2')).units.map(({ unit }) => unit.id)).toEqual(['b1', 'b2', 'b3']);
    expect((await figuresAt('city', '?depth=9')).units).toEqual([]);
  });
});

describe('what boards hide', () => {
  it.each([
    ['city', 1],
    ['city', 2],
    ['city', 3],
    ['city', 4],
    ['east', 2],
    ['e1', 2],
  ])('stays hidden in the figures of %s, %i levels below', async (unit, depth) => {
    const found = await figuresAt(unit, `?depth=${depth}`);
    expect(found.units.length).toBeGreaterThan(1);
    for (const one of [found.here, ...found.units]) {
      const card = await read<Scorecard>('mayor', one.unit.id, 'scorecard');
      expect([one.unit.id, one.hidden]).toEqual([one.unit.id, card.hidden]);
      if (one.hidden) expect(one.counts).toEqual([]);
      for (const item of card.items) {
        const shown = one.counts[lineAt(found, item.question, item.row)];
        expect([one.unit.id, item.question, shown === null]).toEqual([
          one.unit.id,
          item.question,
          (item.hidden || item.others !== null) && !item.bars.some(({ missing }) => !missing),
        ]);
      }
    }
  });

  it('a community of three and the one beside it, as does the number of three', async () => {
    const { units } = await figuresAt('city', '?depth=2');
    expect(units.map(({ unit, n, hidden }) => [unit.id, n, hidden])).toEqual([
      ['e1', 36, true],
      ['e2', null, true],
      ['w1', 27, false],
    ]);
  });

  it('is read by leaders, who read no pieces of answers', async () => {
    const found = await figuresAt('east', '', 'eastleader');
    expect([found.mayReadAnswers, found.above]).toEqual([false, []]);
    for (const what of ['pairs?a=age&b=worry', 'said?question=words']) {
      const at = `/api/campaigns/${campaign.id}/units/east/${what}`;
      expect((await city.as('eastleader')('GET', at)).body.code).toBe('forbidden');
      expect((await city.as('westeditor')('GET', at)).body.code).toBe('not-found');
    }
    expect(
      (await city.as('easthelper')('GET', `/api/campaigns/${campaign.id}/units/east/figures`)).body.code,
    ).toBe('forbidden');
  });
});

describe('two questions crossed', () => {
  const keysOf = (answer: unknown): (string | null)[] => {
    if (answer === undefined) return [null];
    return Array.isArray(answer) ? [...answer, '_n'] : [String(answer)];
  };

  it.each([
    ['age', 'overall', 'e1'],
    ['age', 'worry', 'east'],
    ['worry', 'worry', 'b1'],
  ] as const)('%s and %s equal a recount at %s', async (a, b, unit) => {
    const found = await read<Output<typeof getPairs>>('easteditor', unit, `pairs?a=${a}&b=${b}`);
    expect(found.next).toBeNull();
    const pairs = under(unit).flatMap(({ answers }) =>
      keysOf(answers[a]).flatMap((one) => keysOf(answers[b]).map((other) => `${one} ${other}`)),
    );
    expect(Object.fromEntries(found.pairs.map((pair) => [`${pair.a} ${pair.b}`, pair.n]))).toEqual(
      tallied(pairs),
    );
    expect(found.read).toBe(under(unit).length);
  });

  it('takes one row of a table, and not one whose name begins alike', async () => {
    const found = await read<Output<typeof getPairs>>('mayor', 'city', 'pairs?a=parts&rowA=clean&b=age');
    const pairs = given.map(
      ({ answers: { parts, age } }) => `${parts?.clean ? `clean:${parts.clean}` : null} ${age ?? null}`,
    );
    expect(Object.fromEntries(found.pairs.map((pair) => [`${pair.a} ${pair.b}`, pair.n]))).toEqual(
      tallied(pairs),
    );
  });

  it('leads nowhere from a place in another branch', async () => {
    const counted = async (query: string) => {
      const found = await read<Output<typeof getPairs>>('westeditor', 'w1', `pairs?a=age&b=overall${query}`);
      return found.pairs.reduce((sum, { n }) => sum + n, 0);
    };
    // The first response was given in the east, before all of the west.
    expect(await counted('&after=1')).toBe(0);
    expect(await counted('')).toBe(sizes.b5 + sizes.b6);
  });

  it('counts no answer that was voided', async () => {
    const id = responseId();
    await city.anyone('PUT', `/api/campaigns/${campaign.slug}/responses/${id}`, {
      version: 1,
      unit: 'b6',
      answers: { age: 'c', overall: 1 },
    });
    await city.as('mayor')('POST', `/api/campaigns/${campaign.id}/responses/${id}/void`, {
      rev: 1,
      reason: '重复',
    });
    const { pairs, read: looked } = await read<Output<typeof getPairs>>(
      'mayor',
      'b6',
      'pairs?a=age&b=overall',
    );
    expect(pairs.reduce((sum, { n }) => sum + n, 0)).toBe(sizes.b6);
    expect(looked).toBe(sizes.b6 + 1);
  });
});

describe('what was written', () => {
  it('comes without who wrote it', async () => {
    const { answers, next } = await read<Output<typeof getSaid>>('mayor', 'city', 'said?question=words');
    expect(answers.sort()).toEqual(given.flatMap(({ answers: { words } }) => words ?? []).sort());
    expect(next).toBeNull();
  });

  it('is never what is sensitive', async () => {
    expect((await read<Output<typeof getSaid>>('mayor', 'city', 'said?question=idno')).answers).toEqual([]);
  });
});

describe('rows read', () => {
  const many = 12_000;
  let large = '';
  beforeAll(async () => {
    const { form } = await city.publishForm(definition);
    large = (await city.openCampaign(form)).id;
    const rows = Array.from({ length: many }, (_, at) => [
      responseId(),
      1 + (at % 6),
      ['a', 'b', 'c'][at % 3],
    ]);
    for (let start = 0; start < many; start += 4000)
      await city.db
        .prepare(
          `INSERT INTO response (campaign, id, version, unit, path, chain, grp, state, attempt, digest, receipt, answers, delta, day, at)
           SELECT ?1, r.value ->> 0, 1, 'b' || (r.value ->> 1), t.path, t.chain, 'self', 'accepted', '', '', r.value ->> 0,
             json_object('age', r.value ->> 2, 'words', '停车难'), json_object('age', json_object(r.value ->> 2, 1), 'words', json_object('_n', 1)),
             '2026-03-01', 0
           FROM json_each(?2) r JOIN campaign_unit t ON t.campaign = ?1 AND t.unit = 'b' || (r.value ->> 1)`,
        )
        .bind(large, JSON.stringify(rows.slice(start, start + 4000)))
        .run();
  }, 60_000);

  function caller() {
    const { db, bill } = metered(city.db);
    const grants = [{ role: 'editor' as const, unit: 'city', path: '/city/' }];
    const actor = { id: 'x', login: 'x', name: 'x', mustChange: false, grants };
    return { call: { db, origin: '', now: Date.now(), language: 'zh' as const, actor }, bill };
  }

  it('of crossed questions: 5,000 responses a request, however many there are, and all in the end', async () => {
    let [after, sum, requests] = [0, 0, 0];
    for (;;) {
      const { call, bill } = caller();
      const found = await crossed(call, { campaign: large, unit: 'city', a: 'age', b: 'words', after });
      requests += 1;
      sum += found.pairs.reduce((all, { n }) => all + n, 0);
      expect(found.read).toBeLessThanOrEqual(5000);
      // Two of the table and the page, two for each of the counts; nothing of the building in which it goes on is read again.
      expect(bill.rowsRead).toBeLessThanOrEqual(6 * 5000 + 500);
      if (found.next === null) break;
      after = found.next;
    }
    expect([sum, requests]).toEqual([many, 3]);
  });

  it('of crossed questions of a building: no more than its own', async () => {
    const { call, bill } = caller();
    const found = await crossed(call, { campaign: large, unit: 'b2', a: 'age', b: 'words' });
    expect(found.read).toBe(many / 6);
    expect(bill.rowsRead).toBeLessThanOrEqual((6 * many) / 6 + 500);
  });

  it('of what was written: 2,000 a request', async () => {
    const { call, bill } = caller();
    const found = await answersTo(call, { campaign: large, unit: 'city', question: 'words' });
    expect([found.read, found.answers.length]).toEqual([2000, 2000]);
    expect(bill.rowsRead).toBeLessThanOrEqual(4 * 2000 + 500);
  });

  it('of the counts: none of the responses', async () => {
    const { call, bill } = caller();
    await figures(call, { campaign: large, unit: 'city', depth: 4 });
    expect(bill.calls).toBe(1);
    expect(bill.rowsRead).toBeGreaterThan(0);
    expect(bill.rowsRead).toBeLessThanOrEqual(200);
  });
});
