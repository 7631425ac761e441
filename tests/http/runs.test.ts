// What a run says and offers of its own: thanks, languages, large type, the result while it is open, the run before; and
// what the same residents are asked already.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Definition } from '../../schema/form/definition.ts';
import { type City, day, openCity, responseId, runOf } from './city.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const lift: Definition = {
  title: '电梯',
  thanks: '表单的谢语',
  layout: 'pages',
  questions: [{ id: 'fine', type: 'yes-no', title: '电梯好用吗' }],
  translations: {
    en: { title: 'The lift', 'q.fine.title': 'Does it work' },
    ja: { title: 'エレベーター' },
  },
};
const formOf = async (kind = 'survey') => {
  const mayor = city.as('mayor');
  const form = (await mayor('POST', '/api/units/city/forms', { kind, definition: lift })).body;
  await mayor('POST', `/api/forms/${form.id}/versions`, { rev: form.rev });
  return String(form.id);
};
const open = (form: string, more: object = {}, unit = 'city', login: 'mayor' | 'easteditor' = 'mayor') =>
  city.as(login)('POST', `/api/units/${unit}/campaigns`, { ...runOf(form, unit), ...more });
let senders = 0;
const send = (slug: string, fine: 'yes' | 'no', unit = 'b1') =>
  city.anyone(
    'PUT',
    `/api/campaigns/${slug}/responses/${responseId()}`,
    { version: 1, unit, answers: { fine } },
    { 'cf-connecting-ip': `10.9.${Math.floor(++senders / 200)}.${senders % 200}` },
  );
const page = async (path: string, cookie = '') =>
  (await city.anyone('GET', path, undefined, cookie ? { cookie } : {})).text;
const change = async (id: string, set: object) => {
  const { rev } = (await city.as('mayor')('GET', `/api/campaigns/${id}`)).body;
  await city.as('mayor')('PATCH', `/api/campaigns/${id}`, { rev, ...set });
};
const finished = async (slug: string) =>
  (await city.anyone('GET', '/api/buildings/pageb1')).body.finished.find(
    (one: { slug: string }) => one.slug === slug,
  );
const post = async (slug: string) => {
  const form = new URLSearchParams({
    '.do': 'send',
    '.version': '1',
    '.unit': 'b1',
    '.response': responseId(),
    fine: 'yes',
  });
  return city.anyone('POST', `/f/${slug}`, form.toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'http://localhost:8787',
    'cf-connecting-ip': `10.8.0.${++senders % 200}`,
  });
};

describe('words and looks of its own', () => {
  test('thanks stand on the receipt above those of the form', async () => {
    const form = await formOf();
    const run = (await open(form, { thanks: '下周三贴在楼门口' })).body;
    expect(run.thanks).toBe('下周三贴在楼门口');
    const sent = await post(run.slug);
    expect(sent.status).toBe(200);
    const own = sent.text.indexOf('下周三贴在楼门口');
    expect(own).toBeGreaterThan(0);
    expect(sent.text.indexOf('表单的谢语')).toBeGreaterThan(own);
    const silent = (await open(form)).body;
    expect((await post(silent.slug)).text).not.toContain('下周三');
  });

  test('pages open in large type until a visitor switches it off', async () => {
    const form = await formOf();
    const large = (await open(form, { care: true })).body;
    const usual = (await open(form)).body;
    expect(await page(`/f/${large.slug}?b=pageb1`)).toContain('class="care"');
    expect(await page(`/f/${large.slug}?b=pageb1`, 'linli_care=0')).not.toContain('class="care"');
    expect(await page(`/f/${large.slug}?b=pageb1&care=0`)).not.toContain('class="care"');
    expect(await page(`/f/${usual.slug}?b=pageb1`)).not.toContain('class="care"');
    expect(await page(`/f/${usual.slug}?b=pageb1`, 'linli_care=1')).toContain('class="care"');
  });

  test('only the languages that it offers can be chosen', async () => {
    const form = await formOf();
    const all = (await open(form)).body;
    const two = (await open(form, { tongues: ['en'] })).body;
    const none = (await open(form, { tongues: [] })).body;
    expect([all.tongues, two.tongues, none.tongues]).toEqual([null, ['en'], []]);
    const offered = async (slug: string) =>
      Object.keys((await city.anyone('GET', `/api/fill/${slug}`)).body.definition.translations);
    expect(await offered(all.slug)).toEqual(['en', 'ja']);
    expect(await offered(two.slug)).toEqual(['en']);
    expect(await offered(none.slug)).toEqual([]);
    expect(await page(`/f/${two.slug}?b=pageb1&lang=en`)).toContain('Does it work');
    const asked = await page(`/f/${two.slug}?b=pageb1&lang=ja`);
    expect(asked).not.toContain('エレベーター');
    expect(asked).toContain('Does it work'); // the interface of its readers is English
    expect(await page(`/f/${all.slug}?b=pageb1&lang=ja`)).toContain('エレベーター');
    const version = await city.anyone('GET', `/api/fill/${two.slug}/versions/1`);
    expect(Object.keys(version.body.definition.translations)).toEqual(['en']);
  });
});

describe('the result while it is open', () => {
  test('shows from ten answers on, and then changes only with ten more', async () => {
    const form = await formOf();
    const run = (await open(form, { liveResult: true })).body;
    const result = () => page(`/f/${run.slug}/result`);
    for (let n = 0; n < 9; n++) await send(run.slug, 'yes');
    expect(await result()).toContain('只有10份以上才公布结果');
    await send(run.slug, 'yes');
    expect(await result()).toContain('收回10份');
    // All said the same: of each of them it would be told.
    expect(await result()).toContain('为保护隐私不显示');
    for (let n = 0; n < 9; n++) await send(run.slug, 'no');
    expect(await result()).toContain('收到10份时的结果');
    expect(await result()).toContain('为保护隐私不显示');
    await send(run.slug, 'no');
    expect(await result()).toContain('收回20份');
    expect(await result()).toContain('占 50%');
    const building = await page('/b/pageb1');
    expect(building).toContain(`/f/${run.slug}/result`);
    expect((await post(run.slug)).text).toContain(`/f/${run.slug}/result`);
    // The send just above is the twenty-first: it is not in what is shown, and the page says so as long as it is open.
    const open21 = await result();
    expect(open21).toContain('收到20份时的结果');
    expect(open21).toContain('还在收');
    expect(open21).not.toContain('不再更新');
    // After closing, too, the last few stay out: the difference would be theirs.
    await change(run.id, { state: 'closed' });
    expect((await finished(run.slug)).result).toMatchObject({ n: 20, older: true });
    for (const closed of [await result(), await page('/b/pageb1')]) {
      expect(closed).toContain('收到20份时的结果');
      expect(closed).toContain('这里不再更新');
      expect(closed).not.toContain('还在收');
      expect(closed).not.toContain('现在的结果');
    }
  });

  test('is that of the whole run, whichever building asks, and stays so after the end', async () => {
    const run = (await open(await formOf(), { liveResult: true })).body;
    for (let n = 0; n < 10; n++) await send(run.slug, 'yes', n < 5 ? 'b1' : 'b4');
    const looks = ['', '?u=b1', '?u=e1', '?u=east', '?u=b5', '?u=nowhere'];
    for (const look of looks)
      expect(await page(`/f/${run.slug}/result${look}`)).toContain('city city，收回10份');
    for (let n = 0; n < 6; n++) await send(run.slug, 'no');
    await change(run.id, { state: 'closed' });
    // e1 alone has eleven answers: beside the ten of the whole they would tell what came since.
    const { result } = await finished(run.slug);
    expect([result.unit.id, result.n, result.older]).toEqual(['city', 10, true]);
  });

  test('that was shown and then put off till the end does not give away the answers between', async () => {
    const run = (await open(await formOf(), { liveResult: true })).body;
    for (let n = 0; n < 10; n++) await send(run.slug, 'yes');
    expect(await page(`/f/${run.slug}/result`)).toContain('收回10份');
    await change(run.id, { liveResult: false });
    expect((await city.anyone('GET', `/f/${run.slug}/result`)).status).toBe(404);
    await send(run.slug, 'no');
    await change(run.id, { state: 'closed' });
    expect((await finished(run.slug)).result).toMatchObject({ n: 10, older: true, unit: { id: 'city' } });
  });

  test('of a run that never showed it is exact at the end, and of the community', async () => {
    const run = (await open(await formOf())).body;
    for (let n = 0; n < 11; n++) await send(run.slug, 'yes');
    await change(run.id, { state: 'closed' });
    expect((await finished(run.slug)).result).toMatchObject({ n: 11, older: false, unit: { id: 'e1' } });
    expect(await page('/b/pageb1')).toContain('e1 community，收回11份');
  });

  test('of a run that does not publish it is no page', async () => {
    const run = (await open(await formOf())).body;
    expect((await city.anyone('GET', `/f/${run.slug}/result`)).status).toBe(404);
    expect(await page('/b/pageb1')).not.toContain(`/f/${run.slug}/result`);
    const on = await city.as('mayor')('PATCH', `/api/campaigns/${run.id}`, {
      rev: run.rev,
      liveResult: true,
    });
    expect(on.body.liveResult).toBe(true);
    expect((await city.anyone('GET', `/f/${run.slug}/result`)).status).toBe(200);
  });

  test.each(['election', 'owner-vote'])('of an %s is refused', async (kind) => {
    const form = await formOf(kind);
    const refused = await open(form, { liveResult: true });
    expect([refused.status, refused.body.code]).toEqual([409, 'ballot-open']);
    const run = (await open(form)).body;
    const later = await city.as('mayor')('PATCH', `/api/campaigns/${run.id}`, { rev: 1, liveResult: true });
    expect([later.status, later.body.code]).toEqual([409, 'ballot-open']);
  });
});

describe('run again', () => {
  test('takes the ticked units along, and names the run before where both hold the branch', async () => {
    const form = await formOf();
    const first = (await open(form, { scope: ['e1g', 'b5'], title: '三季度' })).body;
    const scope = await city.as('mayor')('GET', `/api/campaigns/${first.id}/scope`);
    expect(scope.body.scope).toEqual(['e1g', 'b5']);
    const next = (await open(form, { scope: ['e1g', 'b5'], previous: first.id, title: '四季度' })).body;
    expect(next.previous).toEqual({ id: first.id, title: '三季度' });
    const elsewhere = (await open(form, { scope: ['e2'], previous: first.id })).body;
    // e1leader's board starts at e1, which the run over e2 does not hold; the mayor's at the city, which both do.
    expect(elsewhere.previous?.id).toBe(first.id);
    const seen = (await city.as('e1leader')('GET', `/api/campaigns/${next.id}`)).body;
    expect(seen.previous).toEqual({ id: first.id, title: '三季度' });
    const west = (await open(form, { scope: ['w1'], title: '西街' })).body;
    const after = (await open(form, { scope: ['city'], previous: west.id })).body;
    expect((await city.as('e1leader')('GET', `/api/campaigns/${after.id}`)).body.previous).toBeNull();
  });

  test('of a run before the ticks were kept gives the places that answered', async () => {
    const run = (await open(await formOf(), { scope: ['e1'] })).body;
    await city.db.prepare('UPDATE campaign SET scope = NULL WHERE id = ?1').bind(run.id).run();
    const scope = await city.as('mayor')('GET', `/api/campaigns/${run.id}/scope`);
    expect(scope.body.scope.sort()).toEqual(['b1', 'b2', 'b3']);
  });

  test('follows only a run of the same form that the caller steers', async () => {
    const [form, other] = [await formOf(), await formOf()];
    const run = (await open(form)).body;
    const wrong = await open(other, { previous: run.id });
    expect([wrong.status, wrong.body.code]).toEqual([404, 'not-found']);
    const own = await city.publishForm(lift, 'easteditor', 'east');
    const theirs = (await open(own.form, {}, 'east', 'easteditor')).body;
    expect((await open(own.form, { previous: theirs.id }, 'east', 'easteditor')).status).toBe(200);
    const above = (await open(own.form)).body;
    const reached = await open(own.form, { previous: above.id }, 'east', 'easteditor');
    expect([reached.status, reached.body.code]).toEqual([404, 'not-found']);
  });

  test('may keep the version of the run before, and no version that is not there', async () => {
    const mayor = city.as('mayor');
    const form = await formOf();
    const { rev } = (await mayor('GET', `/api/forms/${form}`)).body;
    const saved = await mayor('PUT', `/api/forms/${form}/draft`, {
      rev,
      definition: { ...lift, title: '电梯和楼道' },
    });
    await mayor('POST', `/api/forms/${form}/versions`, { rev: saved.body.rev });
    expect((await open(form)).body.version).toBe(2);
    expect((await open(form, { version: 1 })).body.version).toBe(1);
    const refused = await open(form, { version: 3 });
    expect(refused.body.code).toBe('version-unknown');
  });
});

describe('what residents are asked already', () => {
  test('counts the runs of the month in the ticked units only', async () => {
    const fresh = await openCity();
    try {
      const { form } = await fresh.publishForm(lift);
      const run = (title: string, more: object) => fresh.openCampaign(form, { title, ...more });
      const asked = async (scope: string[], at = Date.now(), login: 'mayor' | 'eastadmin' = 'mayor') =>
        (
          await fresh.as(login)('POST', `/api/units/${login === 'mayor' ? 'city' : 'east'}/asked`, {
            scope,
            at,
          })
        ).body.titles;
      await run('一号网格', { scope: ['e1g'] });
      await run('东街', { scope: ['east'] });
      await run('西街', { scope: ['west'] });
      await run('自己记的', { scope: ['city'], listed: false });
      expect(await asked(['b1'])).toEqual(['一号网格', '东街']);
      expect(await asked(['b4'])).toEqual(['东街']);
      expect(await asked(['e1', 'w1'])).toEqual(['一号网格', '东街', '西街']);
      expect(await asked([])).toEqual([]);
      await run('网格自己的', { unit: 'e2g', scope: ['b4'] });
      expect(await asked(['city'])).toEqual(['一号网格', '东街', '西街', '网格自己的']);
      expect(await asked(['e2'])).toEqual(['东街', '网格自己的']);
      expect(await asked(['e1'], Date.now(), 'eastadmin')).toEqual(['一号网格', '东街']);
      // Three months on nothing is planned yet; and nobody reads of another branch.
      expect(await asked(['city'], Date.now() + 92 * day)).toEqual([]);
      expect(await asked(['w1'], Date.now(), 'eastadmin')).toEqual([]);
      expect(await asked(['east'], Date.now(), 'eastadmin')).toEqual(['一号网格', '东街', '网格自己的']);
    } finally {
      await fresh.close();
    }
  });
});
