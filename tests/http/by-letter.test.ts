// Runs that are answered by letter: once for each entry of the roll, of the letter's building, and where no names are kept
// nothing in the database joins the answers to a household.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Definition } from '../../schema/form/definition.ts';
import { type City, day, must, openCity, refused, responseId } from './city.ts';
import { type Letter, rollWithLetters } from './sealed-election.ts';

const form: Definition = {
  title: '文明楼栋评议',
  layout: 'pages',
  questions: [
    {
      id: 'clean',
      type: 'single',
      title: '楼道干净吗？',
      options: [
        { id: 'yes', label: '干净' },
        { id: 'no', label: '不干净' },
      ],
    },
  ],
};

let city: City;
let formId: string;
let roll: string;
let letters: Letter[];
beforeAll(async () => {
  city = await openCity();
  ({ form: formId } = await city.publishForm(form));
  ({ roll, letters } = await rollWithLetters(city, { unit: 'e1', building: 'b1', doors: 30 }));
});
afterAll(() => city.close());

const letterOf = () => letters.pop()?.secret ?? '';
const open = (more: object = {}) =>
  city.openCampaign(formId, { unit: 'e1', scope: ['e1'], access: 'household', roll, ...more });
const send = (slug: string, letter?: string, id = responseId(), unit = 'b1', answer = 'yes') =>
  city.anyone('PUT', `/api/campaigns/${slug}/responses/${id}`, {
    version: 1,
    unit,
    answers: { clean: answer },
    ...(letter && { letter }),
  });
const countOf = async (campaign: string) =>
  city.db
    .prepare('SELECT sum(n) AS n FROM tally WHERE campaign = ?1 AND unit = ?2')
    .bind(campaign, 'e1')
    .first('n');

describe('opening', () => {
  test('takes the roll’s entries for households, and leaves out who has none', async () => {
    const { id } = await open();
    const { results } = await city.db
      .prepare('SELECT unit, households, answers FROM campaign_unit WHERE campaign = ?1 ORDER BY position')
      .bind(id)
      .all();
    expect(results).toEqual([
      { unit: 'e1', households: 30, answers: 0 },
      { unit: 'e1g', households: 30, answers: 0 },
      { unit: 'b1', households: 30, answers: 1 },
    ]);
    expect(must(await city.as('mayor')('GET', `/api/campaigns/${id}`)).roll).toEqual({
      id: roll,
      title: '户名册',
    });
  });

  test('needs a final roll of the branch and of the right kind', async () => {
    const body = (more: object) => ({
      form: formId,
      scope: ['e1'],
      opensAt: Date.now() - 1000,
      closesAt: Date.now() + day,
      access: 'household',
      named: false,
      organiser: '滨河社区居委会',
      phone: '8700000',
      keepDays: 90,
      ...more,
    });
    const mayor = city.as('mayor');
    const ask = async (more: object, unit = 'e1') =>
      refused(await mayor('POST', `/api/units/${unit}/campaigns`, body(more)));
    const rolled = async (kind: string) =>
      must(await mayor('POST', '/api/units/e1/rolls', { kind, title: '名册', note: '' })).id;
    expect(await ask({})).toEqual([409, 'roll-missing']);
    expect(await ask({ roll: await rolled('household') })).toEqual([409, 'roll-draft']);
    const person = await rolled('person');
    await city.db.prepare("UPDATE roll SET state = 'frozen' WHERE id = ?1").bind(person).run();
    expect(await ask({ roll: person })).toEqual([409, 'roll-other-kind']);
    expect(await ask({ roll: person, access: 'roll' })).toEqual([409, 'roll-elsewhere']);
    expect(await ask({ roll, scope: ['e2'] }, 'e2')).toEqual([404, 'not-found']);
    expect(await ask({ roll, scope: ['e1h'] })).toEqual([409, 'roll-elsewhere']);
  });
});

describe('answering', () => {
  test('takes a letter once, in the building of the letter, and the same answers again as the same', async () => {
    const { id, slug } = await open();
    const letter = letterOf();
    expect(refused(await send(slug))).toEqual([403, 'letter-needed']);
    expect(refused(await send(slug, 'K7M2-9QXC'))).toEqual([404, 'letter-unknown']);
    const response = responseId();
    const first = must(await send(slug, letter, response, 'b3'));
    expect(first.unit.id).toBe('b1');
    expect(must(await send(slug, letter.toUpperCase(), response, 'b3')).receipt).toBe(first.receipt);
    expect(refused(await send(slug, letter))).toEqual([409, 'already-taken-part']);
    expect(await countOf(id)).toBe(1);
  });

  test('lets one of several that come at once with one letter in', async () => {
    const { id, slug } = await open();
    const letter = letterOf();
    const replies = await Promise.all(Array.from({ length: 12 }, () => send(slug, letter)));
    expect(replies.filter(({ status }) => status === 200).length).toBe(1);
    expect(replies.filter((reply) => refused(reply)[1] === 'already-taken-part').length).toBe(11);
    expect(await countOf(id)).toBe(1);
  });

  test('refuses letters of another roll, ended ones and of entries that were struck', async () => {
    const { slug } = await open();
    const other = await rollWithLetters(city, { unit: 'e1', building: 'b3', doors: 1 });
    expect(refused(await send(slug, other.letters[0]?.secret))).toEqual([403, 'letter-elsewhere']);
    const ended = letters.pop();
    must(
      await city.as('mayor')('POST', `/api/rolls/${roll}/letters/revoke`, { of: { entry: ended?.entry } }),
    );
    expect(refused(await send(slug, ended?.secret))).toEqual([410, 'letter-revoked']);
    const struck = letters.pop();
    await city.db
      .prepare('UPDATE roll_entry SET struck_at = 1 WHERE id = ?1')
      .bind(struck?.entry ?? '')
      .run();
    expect(refused(await send(slug, struck?.secret))).toEqual([410, 'entry-struck']);
  });

  test('keeps of an unnamed answer nothing of its letter; withdrawn, the letter stays used', async () => {
    const { id, slug } = await open({ named: false });
    const letter = letters.pop();
    const { receipt } = must(await send(slug, letter?.secret));
    const row = await city.db.prepare('SELECT * FROM response WHERE campaign = ?1').bind(id).first();
    expect(JSON.stringify(row)).not.toContain(letter?.entry);
    const taken = await city.db.prepare('SELECT entry FROM participation WHERE campaign = ?1').bind(id).all();
    expect(taken.results).toEqual([{ entry: letter?.entry }]);
    must(await city.anyone('POST', '/api/receipts/withdraw', { receipt, rev: 1 }));
    expect(refused(await send(slug, letter?.secret))).toEqual([409, 'already-taken-part']);
    expect(await countOf(id)).toBe(0);
  });

  test('frees the letter of a named answer that is withdrawn', async () => {
    const { slug } = await open({ named: true });
    const letter = letterOf();
    const { receipt } = must(await send(slug, letter));
    must(await city.anyone('POST', '/api/receipts/withdraw', { receipt, rev: 1 }));
    must(await send(slug, letter));
  });

  test('is found behind the letter', async () => {
    const { slug } = await open({ title: '凭信的一次' });
    const letter = letterOf();
    const runs = async () =>
      must(await city.anyone('POST', '/api/vote/letter', { secret: letter })).runs.filter(
        (run: { slug: string }) => run.slug === slug,
      );
    expect(await runs()).toMatchObject([{ title: '凭信的一次', taken: false }]);
    must(await send(slug, letter));
    expect(await runs()).toMatchObject([{ taken: true }]);
  });

  test('goes on without a script: the code is asked for beside the answers, and kept when it is wrong', async () => {
    const { id, slug } = await open();
    const post = (fields: Record<string, string>) =>
      fetch(`${city.url.replace(/\/$/, '')}/f/${slug}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          origin: 'http://localhost:8787',
          'sec-fetch-site': 'same-origin',
        },
        body: new URLSearchParams({
          '.version': '1',
          '.unit': 'b1',
          '.response': responseId(),
          clean: 'yes',
          ...fields,
        }),
      }).then((reply) => reply.text());
    expect(await post({ '.do': 'check' })).toContain('name=".letter"');
    const wrong = await post({ '.do': 'send', '.letter': 'K7M2 9QXC' });
    expect(wrong).toContain('没有这个码');
    expect(wrong).toContain('value="K7M2 9QXC"');
    expect(await post({ '.do': 'send', '.letter': letterOf() })).toContain('已收到');
    expect(await countOf(id)).toBe(1);
  });
});
