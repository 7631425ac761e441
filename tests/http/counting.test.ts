// Counting by hand on the built Worker: two people enter, nobody enters both, what they agree on is counted the same
// whenever it is counted, and announced.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeDay } from '../../schema/day.ts';
import { daysBefore } from '../../schema/elections/calendar.ts';
import type { CountSheet } from '../../schema/elections/count-sheet.ts';
import { dayAfter } from '../../schema/elections/days.ts';
import { majority } from '../../schema/elections/packs/majority.ts';
import { meeting } from '../../schema/elections/packs/meeting.ts';
import { plurality } from '../../schema/elections/packs/plurality.ts';
import { verifyRecord } from '../../web/verify/check.ts';
import { type City, type Client, must, openCity, type Reply, refused } from './city.ts';
import { electionOf } from './election-of.ts';
import { agree, batchOf, counted, enter, type OnTheSpot, onTheSpot, sheetOf } from './on-the-spot.ts';
import { upheld } from './requests.ts';
import { closeBox, openAndVote, openBox, openBy, plantSealed, recordOf, signAll } from './sealed-election.ts';

let city: City;
let editor: Client;
let helper: Client;
let third: Client;
beforeAll(async () => {
  city = await openCity();
  editor = city.as('easteditor');
  helper = city.as('easthelper');
  third = city.as('eastadmin');
});
afterAll(() => city.close());

const desk = async (contest: string, by = editor) => must(await by('GET', `/api/contests/${contest}/count`));
const acts = async (contest: string): Promise<{ act: string; actor: string }[]> =>
  (await city.db.prepare('SELECT act, actor FROM audit WHERE target = ?1 ORDER BY seq').bind(contest).all())
    .results as {
    act: string;
    actor: string;
  }[];
const resultOf = async (contest: string) =>
  JSON.parse(must(await editor('GET', `/api/contests/${contest}/result`)).result);

describe('two people', () => {
  test('enter a batch apart, see where they differ once both have, and settle it by the same figures', async () => {
    const spot = await onTheSpot(city);
    const { contest, a } = spot;
    const batch = await batchOf(editor, contest);
    const right = sheetOf(spot);
    must(await enter(editor, contest, batch, right));
    // The other sees that it was entered, and not what.
    const before = (await desk(contest, helper)).batches[0];
    expect(before).toMatchObject({
      by: ['easteditor'],
      mine: null,
      first: null,
      differences: [],
      agreed: null,
    });
    expect(JSON.stringify({ ...before, id: '' })).not.toMatch(/16/);
    const wrong = sheetOf(spot, {
      blank: 2,
      votes: [
        { candidate: a, for: 15, against: 0 },
        { candidate: spot.b, for: 11, against: 0 },
      ],
    });
    const between = must(await enter(helper, contest, batch, wrong)).batches[0];
    expect(between.agreed).toBeNull();
    expect(between.differences).toEqual([
      { field: 'blank', first: 1, second: 2 },
      { field: 'for', of: a, first: 16, second: 15 },
    ]);
    expect(refused(await editor('POST', `/api/contests/${contest}/end`, {}))[0]).toBe(200);
    expect(refused(await editor('POST', `/api/contests/${contest}/count`, {}))).toEqual([409, 'count-waits']);
    const after = must(await enter(helper, contest, batch, { ...right, votes: [...right.votes].reverse() }));
    expect(after.batches[0]).toMatchObject({ differences: [], agreed: { collected: 30 } });
    expect(after.waits).toBeNull();
    expect(
      (await acts(contest)).filter(({ act }) => act === 'contest.sheet').map(({ actor }) => actor),
    ).toEqual(['staffeasteditor', 'staffeasthelper', 'staffeasthelper']);
  });

  test('are two: one alone settles nothing, and a third is refused', async () => {
    const spot = await onTheSpot(city);
    const { contest } = spot;
    const batch = await batchOf(editor, contest);
    must(await enter(editor, contest, batch, sheetOf(spot)));
    expect(must(await enter(editor, contest, batch, sheetOf(spot))).batches[0]).toMatchObject({
      by: ['easteditor'],
      agreed: null,
    });
    must(await enter(helper, contest, batch, sheetOf(spot, { issued: 33 })));
    expect(refused(await enter(third, contest, batch, sheetOf(spot)))).toEqual([409, 'batch-two']);
    await expect(
      city.db.prepare('UPDATE paper_batch SET second_by = first_by WHERE id = ?1').bind(batch).run(),
    ).rejects.toThrow(/CHECK/);
  });

  test('who press at one moment are still two, whatever comes first', async () => {
    const spot = await onTheSpot(city);
    const { contest } = spot;
    for (let round = 0; round < 6; round++) {
      const batch = await batchOf(editor, contest, 'paper', `第${round}批`);
      const replies = await Promise.all(
        Array.from({ length: 12 }, (_, at) =>
          enter(
            [editor, helper, third][at % 3] ?? editor,
            contest,
            batch,
            sheetOf(spot, { issued: 30 + (at % 3) }),
          ),
        ),
      );
      expect(replies.every(({ status }) => status === 200 || status === 409)).toBe(true);
      const row = await city.db
        .prepare('SELECT first_by, second_by, agreed FROM paper_batch WHERE id = ?1')
        .bind(batch)
        .first<{ first_by: string; second_by: string; agreed: string | null }>();
      expect(row?.first_by).not.toBe(row?.second_by);
      expect(row?.second_by).not.toBeNull();
      expect(row?.agreed).toBeNull();
    }
  });

  test('whose agreement stands are not undone by a late entry; sent again it is the same', async () => {
    const spot = await onTheSpot(city);
    const batch = await agree(city, spot.contest, sheetOf(spot));
    expect((await enter(helper, spot.contest, batch, sheetOf(spot))).status).toBe(200);
    expect(refused(await enter(helper, spot.contest, batch, sheetOf(spot, { issued: 40 })))).toEqual([
      409,
      'batch-agreed',
    ]);
    const { rev } = (await desk(spot.contest)).batches[0];
    const path = `/api/contests/${spot.contest}/batches/${batch}`;
    expect(refused(await helper('PATCH', path, { rev, reopen: true }))).toEqual([403, 'forbidden']);
    expect(must(await editor('PATCH', path, { rev, reopen: true })).batches[0].agreed).toBeNull();
    // Nothing of the first entries is left, so that nobody settles it alone by sending the old figures again.
    const alone = must(await enter(helper, spot.contest, batch, sheetOf(spot))).batches[0];
    expect(alone).toMatchObject({ by: ['easthelper'], agreed: null, differences: [] });
    must(await enter(editor, spot.contest, batch, sheetOf(spot, { issued: 40 })));
    expect((await desk(spot.contest)).batches[0].differences).toEqual([
      { field: 'issued', first: 32, second: 40 },
    ]);
    const kept = await city.db
      .prepare("SELECT detail FROM audit WHERE target = ?1 AND act = 'contest.reopen'")
      .bind(spot.contest)
      .first<{ detail: string }>();
    expect(JSON.parse(kept?.detail ?? '{}')).toMatchObject({ before: { issued: 32, collected: 30 } });
  });

  test('enter nothing that no box can hold', async () => {
    const spot = await onTheSpot(city);
    const batch = await batchOf(editor, spot.contest);
    const reply = await enter(editor, spot.contest, batch, sheetOf(spot, { blank: 0 }));
    expect(refused(reply)).toEqual([422, 'sheet-wrong']);
    expect(reply.body.faults).toEqual([{ code: 'few', has: 27, wants: 28 }]);
    const foreign = sheetOf({ a: spot.a, b: 'somebody' });
    expect((await enter(editor, spot.contest, batch, foreign)).body.faults).toContainEqual({
      code: 'candidate',
    });
  });
});

describe('the count', () => {
  test('is that of the rules, void ballots in the base', async () => {
    const spot = await onTheSpot(city, { registered: 48, rule: meeting });
    const { contest, a } = spot;
    await agree(city, contest, sheetOf(spot, { present: 32 }));
    await counted(city, contest);
    const result = await resultOf(contest);
    expect(result).toMatchObject({ valid: true, registered: 48, issued: 32, present: 32, collected: 30 });
    // Two void by over-selection, told so; more than half of 32 present.
    expect(result.posts[0]).toMatchObject({
      void: 2,
      voidBy: { 'over-selected': 2 },
      blank: 1,
      base: 32,
      need: 17,
      elected: [],
      secondSeats: 1,
    });
    const line = must(await editor('GET', `/api/elections/${spot.election}/contests`)).contests[0];
    expect([line.state, line.again]).toEqual(['counted', 'second']);
    expect(a).not.toBe('');
  });

  test('is invalid where too few came', async () => {
    const spot = await onTheSpot(city, { registered: 49, rule: meeting });
    await agree(city, spot.contest, sheetOf(spot, { present: 32 }));
    await counted(city, spot.contest);
    expect(await resultOf(spot.contest)).toMatchObject({ valid: false, faults: ['turnout'] });
  });

  test('of raised hands takes who came for all of it', async () => {
    const spot = await onTheSpot(city, { registered: 36, rule: meeting });
    const hands: CountSheet = {
      issued: 25,
      present: 25,
      collected: 25,
      over: 0,
      spoilt: 0,
      blank: 3,
      votes: [
        { candidate: spot.a, for: 14, against: 0 },
        { candidate: spot.b, for: 8, against: 0 },
      ],
      written: [],
    };
    await agree(city, spot.contest, hands, 'hands');
    await counted(city, spot.contest);
    const result = await resultOf(spot.contest);
    expect(result).toMatchObject({ valid: true, issued: 25, present: 25, collected: 25 });
    expect(result.posts[0]).toMatchObject({ need: 13, elected: [spot.a], blank: 3, void: 0 });
  });

  test('is one whatever the batches and their order, and again the same when it is counted again', async () => {
    const parts = (spot: OnTheSpot) => [
      sheetOf(spot),
      sheetOf(spot, {
        issued: 5,
        collected: 5,
        over: 0,
        blank: 0,
        votes: [{ candidate: spot.c, for: 5, against: 0 }],
      }),
      sheetOf(spot, { issued: 3, collected: 2, over: 0, blank: 2, votes: [] }),
    ];
    const texts = [];
    for (const turned of [false, true]) {
      const spot = await onTheSpot(city);
      const sheets = parts(spot);
      for (const sheet of turned ? sheets.reverse() : sheets) await agree(city, spot.contest, sheet);
      await counted(city, spot.contest);
      const again = must(await editor('POST', `/api/contests/${spot.contest}/recount`, {}));
      const whole = must(await editor('GET', `/api/contests/${spot.contest}/result`));
      expect(again).toEqual({ same: true, sha256: whole.sha256 });
      let text: string = whole.result;
      for (const [name, id] of [
        ['A', spot.a],
        ['B', spot.b],
        ['C', spot.c],
      ] as const)
        text = text.replaceAll(id, name);
      texts.push({ ...JSON.parse(text), paper: [] });
      must(await editor('POST', `/api/contests/${spot.contest}/count`, {}));
      expect((await acts(spot.contest)).filter(({ act }) => act === 'contest.count').length).toBe(1);
    }
    expect(texts[0]).toEqual(texts[1]);
    expect(texts[0].posts[0]).toMatchObject({ valid: 35, void: 2, blank: 3 });
  });

  test('finds a result that was tampered with', async () => {
    const spot = await onTheSpot(city);
    await agree(city, spot.contest, sheetOf(spot));
    await counted(city, spot.contest);
    await city.db
      .prepare('UPDATE contest SET result = replace(result, \'"need":1\', \'"need":2\') WHERE id = ?1')
      .bind(spot.contest)
      .run();
    expect(must(await editor('POST', `/api/contests/${spot.contest}/recount`, {})).same).toBe(false);
  });

  test('waits: for the end of voting, for a sheet, and takes none after it', async () => {
    const spot = await onTheSpot(city);
    const { contest } = spot;
    const count = () => editor('POST', `/api/contests/${contest}/count`, {});
    expect(refused(await count())).toEqual([409, 'box-not-closed']);
    must(await editor('POST', `/api/contests/${contest}/end`, {}));
    expect(refused(await count())).toEqual([409, 'count-waits']);
    const removed = await batchOf(editor, contest);
    const { rev } = (await desk(contest)).batches[0];
    must(await editor('PATCH', `/api/contests/${contest}/batches/${removed}`, { rev, removed: true }));
    const batch = await agree(city, contest, sheetOf(spot));
    must(await count());
    expect((await desk(contest)).state).toBe('counted');
    expect(refused(await enter(editor, contest, batch, sheetOf(spot, { issued: 31 })))[0]).toBe(409);
    const late = await editor('PUT', `/api/contests/${contest}/batches/lateandtoolate123`, {
      name: '晚',
      method: 'paper',
    });
    expect(refused(late)).toEqual([409, 'count-over']);
  });

  test('is not done over the head of a sheet that comes meanwhile', async () => {
    for (let round = 0; round < 4; round++) {
      const spot = await onTheSpot(city);
      const { contest } = spot;
      const batch = await agree(city, contest, sheetOf(spot));
      must(await editor('POST', `/api/contests/${contest}/end`, {}));
      const { rev } = (await desk(contest)).batches[0];
      const [reopened] = await Promise.all([
        editor('PATCH', `/api/contests/${contest}/batches/${batch}`, { rev, reopen: true }),
        editor('POST', `/api/contests/${contest}/count`, {}),
      ]);
      const row = await city.db
        .prepare(
          'SELECT c.state, b.agreed FROM contest c JOIN paper_batch b ON b.contest = c.id WHERE c.id = ?1',
        )
        .bind(contest)
        .first<{ state: string; agreed: string | null }>();
      expect(reopened?.status === 200 ? [row?.state, row?.agreed] : row?.state).toEqual(
        reopened?.status === 200 ? ['closed', null] : 'counted',
      );
    }
  });

  test('of a sealed box is not ended by hand', async () => {
    const spot = await onTheSpot(city, { preset: 'sealed' });
    expect(refused(await editor('POST', `/api/contests/${spot.contest}/end`, {}))).toEqual([
      409,
      'not-voting',
    ]);
  });
});

describe('a sealed box and paper', () => {
  test('are one count, which the tellers’ ledger carries and anyone finds again', async () => {
    const planted = await plantSealed(city, { doors: 24 });
    const { contest, letters, candidates } = planted;
    const [a = '', b = ''] = candidates;
    await openAndVote(planted, [...Array<number>(12).fill(0), ...Array<number>(8).fill(1)]);
    // Three come and take paper; one cannot come alone.
    for (const [at, { entry }] of letters.slice(20, 24).entries())
      must(
        await helper('POST', `/api/contests/${contest}/check-ins`, {
          entry,
          ...(at === 3 && { reason: '腿脚不便' }),
          consent: true,
        }),
      );
    await closeBox(planted);
    const paper: CountSheet = {
      issued: 4,
      present: null,
      collected: 4,
      over: 1,
      spoilt: 0,
      blank: 1,
      votes: [{ candidate: b, for: 2, against: 0 }],
      written: [],
    };
    // A box that waits for its tellers takes paper sheets already, and is not counted.
    const batch = await batchOf(editor, contest);
    must(await enter(editor, contest, batch, paper));
    expect(refused(await editor('POST', `/api/contests/${contest}/count`, {}))).toEqual([
      409,
      'box-not-closed',
    ]);
    await openBy(planted, [0, 1]);
    expect(refused(await editor('POST', `/api/contests/${contest}/count`, {}))).toEqual([409, 'count-waits']);
    must(await enter(helper, contest, batch, paper));
    must(await editor('POST', `/api/contests/${contest}/count`, {}));
    const whole = must(await editor('GET', `/api/contests/${contest}/result`));
    const result = JSON.parse(whole.result);
    expect(result).toMatchObject({ registered: 24, issued: 24, collected: 24 });
    expect(result.posts[0]).toMatchObject({ void: 1, blank: 1, base: 24, elected: [a] });
    expect(whole.took).toEqual({ token: 20, paper: 4, assisted: 1, proxies: 0 });
    expect(must(await editor('POST', `/api/contests/${contest}/recount`, {})).same).toBe(true);
    await signAll(planted, planted.tellers);
    const record = await recordOf(planted);
    expect((await verifyRecord(record)).faults).toEqual([]);
    const turned = { ...record, result: record.result.replace('"valid":true', '"valid":false') };
    expect((await verifyRecord(turned)).faults).not.toEqual([]);

    // An objection is upheld: one paper ballot was read wrongly. The ledger tells of both counts, and of why.
    const objection = await upheld(city, contest);
    const { batches } = must(await editor('POST', `/api/contests/${contest}/anew`, { objection }));
    must(
      await editor('PATCH', `/api/contests/${contest}/batches/${batch}`, {
        rev: batches[0].rev,
        reopen: true,
      }),
    );
    const mended = { ...paper, over: 0, votes: [{ candidate: b, for: 3, against: 0 }] };
    for (const by of [editor, helper]) must(await enter(by, contest, batch, mended));
    must(await editor('POST', `/api/contests/${contest}/count`, {}));
    await signAll(planted, planted.tellers);
    const after = await recordOf(planted);
    const report = await verifyRecord(after);
    expect(report.faults).toEqual([]);
    expect(report.acts.slice(-5).map(({ act }) => act)).toEqual([
      'result',
      'objection',
      'correction',
      'correction',
      'result',
    ]);
    expect(JSON.parse(after.result).posts[0].void).toBe(0);
    // The earlier result is not the one that stands.
    expect((await verifyRecord({ ...after, result: record.result })).faults).toEqual([{ code: 'result' }]);
  }, 60_000);
});

describe('a count that an objection overturns', () => {
  test('is taken back once, kept in the history, and hidden from residents until it is counted and announced again', async () => {
    const spot = await onTheSpot(city);
    const { contest, slug } = spot;
    const batch = await agree(city, contest, sheetOf(spot));
    const anew = (objection: string, by = editor) =>
      by('POST', `/api/contests/${contest}/anew`, { objection });
    const early = await upheld(city, contest);
    await counted(city, contest);
    must(await editor('POST', `/api/contests/${contest}/announce`, {}));
    const before = await resultOf(contest);
    // What was upheld before the count is no reason against it; what is not answered is none either.
    const open = must(
      await editor('POST', `/api/contests/${contest}/objections`, {
        about: 'result',
        words: '少一张',
        saidBy: '钱',
      }),
    ).id;
    for (const objection of [early, open, 'none'])
      expect(refused(await anew(objection))).toEqual([409, 'count-stands']);
    const next = { vote: dayAfter(placeDay(Date.now()), 7) };
    expect(refused(await editor('POST', `/api/contests/${contest}/rounds`, next))).toEqual([
      409,
      'no-next-round',
    ]);
    const objection = await upheld(city, contest);
    expect(
      must(await editor('GET', `/api/contests/${contest}`)).raised.map(
        ({ countAnew }: { countAnew: boolean }) => countAnew,
      ),
    ).toEqual([false, false, true]);
    expect(refused(await anew(objection, helper))).toEqual([403, 'forbidden']);
    // The same again may be voted instead; what is counted stands then, until the other vote is cancelled.
    const vote = dayAfter(placeDay(Date.now()), 7);
    const round = must(await editor('POST', `/api/contests/${contest}/rounds`, { vote }));
    expect(must(await editor('GET', `/api/contests/${round.id}`))).toMatchObject({
      round: 2,
      kind: 'first',
      seats: 1,
    });
    expect(must(await city.anyone('GET', `/api/e/${slug}/contests/${contest}`))).toMatchObject({
      raised: { upheld: 2 },
      rounds: [{ round: 1 }, { round: 2 }],
    });
    expect(refused(await anew(objection))).toEqual([409, 'count-stands']);
    must(
      await editor('POST', `/api/elections/${spot.election}/cancel`, {
        reason: '改为重新计票',
        contests: [round.id],
      }),
    );
    const replies = await Promise.all([anew(objection), anew(objection)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(must(await city.anyone('GET', `/api/e/${slug}/contests/${contest}/result`)).result).toBeNull();
    const kept = await city.db
      .prepare("SELECT detail FROM audit WHERE target = ?1 AND act = 'contest.anew'")
      .bind(contest)
      .all<{ detail: string }>();
    expect(kept.results.map(({ detail }) => JSON.parse(JSON.parse(detail).before))).toEqual([before]);
    const { rev } = (await desk(contest)).batches[0];
    must(await editor('PATCH', `/api/contests/${contest}/batches/${batch}`, { rev, reopen: true }));
    const other = sheetOf(spot, { over: 1, blank: 2 });
    for (const by of [editor, helper]) must(await enter(by, contest, batch, other));
    must(await editor('POST', `/api/contests/${contest}/count`, {}));
    expect(await resultOf(contest)).toMatchObject({ posts: [{ void: 1, blank: 2 }] });
    expect(refused(await anew(objection))).toEqual([409, 'count-stands']);
  });
});

describe('written names', () => {
  const written = [
    { name: '孙 大伟', for: 2 },
    { name: '孙大为', for: 3 },
    { name: '赵六', for: 1 },
  ];
  const decide = (contest: string, name: string, decision: { person: string | null } | null, by = editor) =>
    by('PUT', `/api/contests/${contest}/names`, { name, decision });

  test('that may be one are shown and decided by people, who stand beside it', async () => {
    const spot = await onTheSpot(city, { rule: plurality });
    const { contest, c } = spot;
    await agree(city, contest, sheetOf(spot, { issued: 36, collected: 36, written }));
    must(await editor('POST', `/api/contests/${contest}/end`, {}));
    const found = await desk(contest);
    expect(found.waits).toBe('names');
    expect(found.names).toMatchObject([
      { name: '孙大为', perhaps: ['=孙大伟'], decided: null },
      { name: '孙大伟', perhaps: ['=孙大为'], decided: null },
      { name: '赵六', person: c, perhaps: [] },
    ]);
    expect(refused(await decide(contest, '孙大为', { person: '=孙大伟' }, helper))).toEqual([
      403,
      'forbidden',
    ]);
    expect(refused(await decide(contest, '孙大为', { person: 'nobody' }))).toEqual([400, 'bad-input']);
    expect(must(await decide(contest, '孙大为', { person: '=孙大伟' })).waits).toBeNull();
    expect(must(await decide(contest, '孙大为', null)).waits).toBe('names');
    must(await decide(contest, '孙大为', { person: '=孙大伟' }));
    const after = must(await decide(contest, '孙大伟', { person: '=孙大伟' }));
    expect(after.names[0].decided).toMatchObject({ person: '=孙大伟', by: 'easteditor' });
    expect(after.waits).toBeNull();
    await city.as('easteditor')('POST', `/api/contests/${contest}/count`, {});
    const result = await resultOf(contest);
    const votes = Object.fromEntries(
      result.posts[0].standings.map((one: { person: string; votes: number }) => [one.person, one.votes]),
    );
    expect(votes).toEqual({ [spot.a]: 16, [spot.b]: 11, '=孙大伟': 5, [c]: 1 });
    expect(result.merges).toEqual({ 孙大为: '=孙大伟', 孙大伟: '=孙大伟' });
    expect(refused(await decide(contest, '孙大为', { person: null }))).toEqual([409, 'count-over']);
  });

  test('are not made one where they are more than there are ballots', async () => {
    const spot = await onTheSpot(city);
    await agree(city, spot.contest, {
      ...sheetOf(spot),
      collected: 6,
      over: 0,
      blank: 0,
      votes: [{ candidate: spot.a, for: 4, against: 0 }],
      written: [{ name: '孙大伟', for: 2 }],
    });
    await agree(city, spot.contest, {
      ...sheetOf(spot),
      collected: 3,
      over: 0,
      blank: 0,
      votes: [],
      written: [{ name: '孙大为', for: 3 }],
    });
    // Four and two on six ballots are one person's only with one vote on each.
    expect((await decide(spot.contest, '孙大伟', { person: spot.a })).status).toBe(200);
    const two = await onTheSpot(city, { seats: 2 });
    await agree(city, two.contest, {
      ...sheetOf(two),
      collected: 5,
      over: 0,
      blank: 0,
      votes: [{ candidate: two.a, for: 4, against: 0 }],
      written: [{ name: '王秀音', for: 4 }],
    });
    expect(refused(await decide(two.contest, '王秀音', { person: two.a }))).toEqual([422, 'names-overlap']);
  });
});

describe('the result', () => {
  test('is for residents once it is announced, by whom stands beside it', async () => {
    const spot = await onTheSpot(city);
    const { contest, slug } = spot;
    const open = async () =>
      must(await city.anyone('GET', `/api/e/${slug}/contests/${contest}/result`)).result;
    const announce = (by = editor) => by('POST', `/api/contests/${contest}/announce`, {});
    await agree(city, contest, sheetOf(spot));
    expect(refused(await announce())).toEqual([409, 'not-counted']);
    await counted(city, contest);
    expect(await open()).toBeNull();
    expect(refused(await announce(helper))).toEqual([403, 'forbidden']);
    const first = must(await announce());
    expect(must(await announce(third))).toEqual(first);
    const whole = must(await editor('GET', `/api/contests/${contest}/result`));
    expect(whole).toMatchObject({
      state: 'announced',
      announcedBy: 'easteditor',
      announcedAt: first.announcedAt,
    });
    expect(await open()).toEqual({
      text: whole.result,
      took: whole.took,
      sha256: whole.sha256,
      announcedAt: first.announcedAt,
    });
    expect((await acts(contest)).filter(({ act }) => act === 'contest.announce').length).toBe(1);
  });

  test('stands in the table of the election with its figures, and only in the own branch', async () => {
    const spot = await onTheSpot(city, { scope: ['b1', 'b2', 'b3'] });
    await agree(city, spot.contest, sheetOf(spot));
    await city.db
      .prepare(
        `INSERT INTO check_in (contest, entry, channel, day, assisted_by) VALUES (?1, 'x1', 'paper', '', 's'), (?1, 'x2', 'paper', '', NULL)`,
      )
      .bind(spot.contest)
      .run();
    await counted(city, spot.contest);
    const table = must(await editor('GET', `/api/elections/${spot.election}/results`));
    expect(table.contests.map((one: { unit: string }) => one.unit)).toEqual(['b1', 'b2', 'b3']);
    expect(table.contests[0].figures).toEqual({
      valid: true,
      registered: 36,
      issued: 32,
      collected: 30,
      void: 2,
      blank: 1,
      base: 30,
      need: 1,
      took: 2,
      assisted: 1,
      elected: ['王秀英'],
      tied: 0,
      second: 0,
      vacant: 0,
    });
    expect(table.contests[1].figures).toBeNull();
    expect(must(await editor('POST', `/api/elections/${spot.election}/announce`, {})).announced).toBe(1);
    expect((await city.as('westeditor')('GET', `/api/elections/${spot.election}/results`)).status).toBe(404);
    const papers = must(
      await editor('GET', `/api/elections/${spot.election}/papers?contests=${spot.contest},nothing`),
    );
    expect(papers.papers).toMatchObject([
      {
        contest: spot.contest,
        candidates: [{ name: '王秀英' }, { name: '李建国' }, { name: '赵六' }],
        registered: 36,
      },
    ]);
  });

  test('of 1,269 contests is read once each', async () => {
    const spot = await onTheSpot(city);
    await agree(city, spot.contest, sheetOf(spot));
    await counted(city, spot.contest);
    await city.db
      .prepare(
        `INSERT INTO contest (id, election, unit, path, name, above, position, seats, state, result)
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1268)
         SELECT 'many' || i, ?1, 'many' || i, c.path || 'x' || i || '/', i || '号楼', '滨河社区', 1 + i, 1, 'counted', c.result
         FROM n JOIN contest c ON c.id = ?2`,
      )
      .bind(spot.election, spot.contest)
      .run();
    const started = Date.now();
    const table = must(await editor('GET', `/api/elections/${spot.election}/results`));
    expect(table.contests.length).toBe(1269);
    expect(Date.now() - started).toBeLessThan(5_000);
  });
});

describe('proxies', () => {
  async function withRoll(pack = plurality) {
    const roll = must(
      await editor('POST', '/api/units/e1/rolls', { kind: 'household', title: '户名册', note: '' }),
    ).id;
    const rows = ['101', '102', '103', '104', '105', '106'].map((door, row) => ({
      row,
      unit: 'b1',
      stairwell: '1',
      door,
      name: door === '106' ? '王秀英' : '',
    }));
    must(await editor('POST', `/api/rolls/${roll}/import`, { rows, dryRun: false }));
    const drafted = must(await editor('GET', `/api/rolls/${roll}`)).roll.rev;
    const { rev } = must(await editor('PATCH', `/api/rolls/${roll}`, { rev: drafted, postedAt: Date.now() }));
    must(await editor('POST', `/api/rolls/${roll}/freeze`, { rev }));
    const spot = await onTheSpot(city, { roll, rule: pack });
    const register = must(await editor('GET', `/api/contests/${spot.contest}/proxies`));
    const entry = (door: string): string =>
      register.electors.find((one: { door: string }) => one.door === door)?.entry ?? '';
    const add = (principal: string, holder: string, more = {}) =>
      editor('PUT', `/api/contests/${spot.contest}/proxies/${entry(principal)}`, {
        holder: entry(holder),
        relation: '女儿',
        relative: true,
        written: true,
        ...more,
      });
    return { spot, entry, add };
  }
  const why = (reply: Reply) => reply.body?.why ?? reply.status;

  test('name the texts of their rule, and which of them rule only a like vote', async () => {
    const vote = dayAfter(placeDay(Date.now()), 60);
    const days = daysBefore(majority, vote, { preset: 'spot', phases: false });
    const { contest } = await electionOf(city, 'e1', { preset: 'spot', days }, majority);
    const register = must(await editor('GET', `/api/contests/${contest}/proxies`));
    expect(register.rule.sources.map((one: { standing: string }) => one.standing)).toEqual([
      'statute',
      'analogy',
      'analogy',
    ]);
  });

  test('stand in writing, for near relatives, three at most, not with a candidate, and are passed on by nobody', async () => {
    const { spot, entry, add } = await withRoll();
    expect(why(await add('101', '102', { written: false }))).toBe('not-written');
    expect(why(await add('101', '102', { relative: false }))).toBe('not-relative');
    expect(why(await add('101', '101'))).toBe('oneself');
    expect(why(await add('101', '106'))).toBe('candidate');
    expect(must(await add('101', '102')).proxies).toMatchObject([
      { principal: { door: '101' }, holder: { door: '102' }, relation: '女儿' },
    ]);
    expect(why(await add('101', '103'))).toBe('twice');
    expect(why(await add('102', '103'))).toBe('holds-already');
    expect(why(await add('103', '101'))).toBe('holder-away');
    must(await add('103', '102'));
    must(await add('104', '102'));
    expect(why(await add('105', '102'))).toBe('limit');
    const path = `/api/contests/${spot.contest}/proxies/${entry('104')}`;
    expect(must(await editor('DELETE', path)).proxies.length).toBe(2);
    must(await add('105', '102'));
    expect((await acts(spot.contest)).filter(({ act }) => act.endsWith('proxy')).length).toBe(5);
  });

  test('asked for at one moment are still three at most', async () => {
    const { spot, add } = await withRoll();
    await Promise.all(['101', '103', '104', '105'].map((door) => add(door, '102')));
    const { n } = (await city.db
      .prepare('SELECT count(*) AS n FROM proxy WHERE contest = ?1')
      .bind(spot.contest)
      .first<{ n: number }>()) ?? { n: 0 };
    expect(n).toBeLessThanOrEqual(3);
    expect(n).toBeGreaterThan(0);
  });

  test('are what the ballot of who is away is handed out by, and stand in the result', async () => {
    const planted = await plantSealed(city, { pack: plurality });
    const { contest, letters, election } = planted;
    const [away, holder, other, own] = letters;
    const put = (principal?: string) =>
      city.db
        .prepare(
          `INSERT INTO proxy (contest, principal, holder, relation, relative, day, created_by, at)
           VALUES (?1, ?2, ?3, '女儿', 1, '2026-01-01', 'staffmayor', 1)`,
        )
        .bind(contest, principal, holder?.entry)
        .run();
    await put(away?.entry);
    await put(own?.entry);
    // Who stands holds nobody's: it must be taken back before all is fixed.
    const named = (name: string) =>
      city.db.prepare('UPDATE roll_entry SET name = ?2 WHERE id = ?1').bind(holder?.entry, name).run();
    await named('王 秀英');
    const freeze = () => city.as('mayor')('POST', `/api/elections/${election}/freeze`, {});
    expect(must(await freeze()).refused[0].why).toBe('candidate-proxies');
    const line = must(await editor('GET', `/api/elections/${election}/contests`)).contests[0];
    expect(line.candidateProxies).toBe(2);
    await named('');
    await openBox(planted);
    const { doors } = must(await helper('GET', `/api/contests/${contest}/doors`));
    expect(doors[0].proxy).toEqual({ entry: holder?.entry, door: '1单元 102' });
    expect(doors[2].proxy).toBeNull();
    const told = must(await city.anyone('POST', '/api/vote/letter', { secret: own?.secret }));
    expect(told.contests[0].proxy).toBe('1单元 102');
    const hand = (entry?: string, more = {}) =>
      helper('POST', `/api/contests/${contest}/check-ins`, { entry, consent: true, ...more });
    expect(refused(await hand(other?.entry, { holder: holder?.entry }))).toEqual([409, 'proxy-not-listed']);
    must(await hand(away?.entry, { holder: holder?.entry }));
    const path = (entry?: string) => `/api/contests/${contest}/proxies/${entry}`;
    expect(refused(await editor('DELETE', path(away?.entry)))).toEqual([409, 'checked-in']);
    // Who comes all the same votes themselves.
    must(await hand(own?.entry));
    expect(refused(await hand(own?.entry, { holder: holder?.entry }))).toEqual([409, 'checked-in-paper']);
    await closeBox(planted);
    expect((await desk(contest)).checkedIn).toEqual({ token: 0, paper: 2, assisted: 0, proxies: 1 });
  });

  test('are not where the rules know none', async () => {
    const { add } = await withRoll(meeting);
    expect(why(await add('101', '102'))).toBe('none-allowed');
  });
});
