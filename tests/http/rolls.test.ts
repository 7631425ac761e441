// Rolls on the built Worker: what an import does and refuses, that a final version never changes and anyone can check it,
// that letters open what they should, and what it all reads.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { normalizeCode } from '../../schema/ids.ts';
import { headOf } from '../../schema/rolls/heads.ts';
import { useCredential, usesAMinute } from '../../worker/rolls/credential.ts';
import { knownAt } from '../../worker/rolls/import-store.ts';
import { entriesFrom, recountUnits, wholeRoll } from '../../worker/rolls/store.ts';
import { type City, must, openCity, refused } from './city.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const editor: ReturnType<City['as']> = (...call) => city.as('easteditor')(...call);

interface Row {
  unit?: string;
  stairwell?: string;
  door: string;
  name?: string;
  [more: string]: unknown;
}
const rowsOf = (rows: readonly Row[]) =>
  rows.map((row, at) => ({ row: at + 2, unit: 'b1', stairwell: '', name: '', ...row }));
const load = (roll: string, rows: readonly Row[], dryRun = false) =>
  editor('POST', `/api/rolls/${roll}/import`, { rows: rowsOf(rows), dryRun });
const doors = (n: number, unit = 'b1') =>
  Array.from({ length: n }, (_, at) => ({ unit, door: String(101 + at) }));

async function draft(rows: readonly Row[] = [], kind = 'household', unit = 'e1'): Promise<string> {
  const { id } = must(await editor('POST', `/api/units/${unit}/rolls`, { kind, title: '名册', note: '' }));
  if (rows.length > 0) must(await load(id, rows));
  return id;
}
const view = async (roll: string) => must(await editor('GET', `/api/rolls/${roll}`));
const entries = async (roll: string, query = '') =>
  must(await editor('GET', `/api/rolls/${roll}/entries${query}`)).entries;
const post = async (roll: string) =>
  must(
    await editor('PATCH', `/api/rolls/${roll}`, { rev: (await view(roll)).roll.rev, postedAt: Date.now() }),
  );
const freeze = async (roll: string) =>
  editor('POST', `/api/rolls/${roll}/freeze`, { rev: (await post(roll)).rev });
async function final(rows: readonly Row[] = doors(3), kind = 'household') {
  const roll = await draft(rows, kind);
  must(await freeze(roll));
  return roll;
}
const letters = async (roll: string, of: object = { unit: 'b1' }, most = 1000) =>
  must(await editor('POST', `/api/rolls/${roll}/letters`, { of, most }));
const codeOf = (thrown: unknown) =>
  typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : thrown;
const used = (secret: string, now = Date.now()) => useCredential(city.db, secret, now).catch(codeOf);

describe('an import', () => {
  test('shown first changes nothing; done twice it adds nothing twice', async () => {
    const roll = await draft();
    const report = must(await load(roll, doors(4), true));
    expect([report.added, report.changed, report.same, report.others]).toEqual([4, 0, 0, 0]);
    expect((await view(roll)).roll).toMatchObject({ entries: 0, rev: 1 });
    expect(must(await load(roll, doors(4)))).toMatchObject({ added: 4 });
    expect(must(await load(roll, doors(4)))).toMatchObject({ added: 0, same: 4, others: 0 });
    const named = [{ door: '102', name: '张三' }, { door: '105' }];
    expect(must(await load(roll, named))).toMatchObject({ added: 1, changed: 1, changes: [2], others: 3 });
    // What a row leaves out stays as it was.
    must(await load(roll, doors(4)));
    expect((await entries(roll, '?words=102'))[0]).toMatchObject({ name: '张三' });
    expect((await view(roll)).units).toMatchObject([{ unit: { id: 'b1' }, entries: 5, struck: 0 }]);
  });

  test('names every row that could not be used, whatever the browser let through', async () => {
    const roll = await draft([{ door: '101' }]);
    const [entry] = await entries(roll);
    must(await editor('PATCH', `/api/rolls/${roll}/entries/${entry.id}`, { rev: 1, struck: true }));
    const report = must(
      await load(roll, [
        { door: '101' },
        { door: '201' },
        { door: '201' },
        { unit: 'b4', door: '1' },
        { unit: 'e1g', door: '1' },
        { unit: 'nowhere', door: '1' },
      ]),
    );
    expect(report.added).toBe(1);
    expect(report.refused).toEqual([
      { row: 2, reason: 'struck' },
      { row: 4, reason: 'twice' },
      { row: 5, reason: 'unit' },
      { row: 6, reason: 'unit' },
      { row: 7, reason: 'unit' },
    ]);
  });

  test('knows one door and one name however they are written', async () => {
    const roll = await draft([{ stairwell: '1', door: '101', name: '张三' }]);
    const again = [{ stairwell: '01', door: '0101室', name: '张 三' }];
    expect(must(await load(roll, again))).toMatchObject({ added: 0, same: 1 });
    const [entry] = await entries(roll);
    const body = { rev: 1, stairwell: 'a单元', door: '101a', name: '李 四' };
    expect(must(await editor('PATCH', `/api/rolls/${roll}/entries/${entry.id}`, body))).toMatchObject({
      stairwell: 'A',
      door: '101A',
      name: '李四',
    });
    const person = await draft([{ door: '101', name: '张三' }], 'person');
    expect(must(await load(person, [{ door: '101', name: '张  三' }]))).toMatchObject({ added: 0, same: 1 });
  });

  test('keeps no phone, and tells the same from another', async () => {
    const roll = await draft([{ door: '101', phone: '138-0013-8000' }]);
    const dump = JSON.stringify(
      (await city.db.prepare('SELECT * FROM roll_entry WHERE roll = ?1').bind(roll).all()).results,
    );
    expect(dump).not.toMatch(/138-?0013-?8000/);
    expect(must(await load(roll, [{ door: '101', phone: '13800138000' }]))).toMatchObject({ same: 1 });
    expect(must(await load(roll, [{ door: '101', phone: '13800138001' }]))).toMatchObject({ changed: 1 });
    // The same number in another roll is another code.
    const other = await draft([{ door: '101', phone: '13800138001' }]);
    const codes = await city.db
      .prepare('SELECT contact FROM roll_entry WHERE roll IN (?1, ?2)')
      .bind(roll, other)
      .all<{ contact: string }>();
    expect(new Set(codes.results.map(({ contact }) => contact)).size).toBe(2);
  });

  test('of persons tells two behind one door apart; of households it does not', async () => {
    const two = [
      { door: '101', name: '张三' },
      { door: '101', name: '李四' },
    ];
    expect(must(await load(await draft([], 'person'), two))).toMatchObject({ added: 2, refused: [] });
    expect(must(await load(await draft(), two)).refused).toEqual([{ row: 3, reason: 'twice' }]);
    const insert = `INSERT INTO roll_entry (roll, id, unit, path, stairwell, door, person, name, position)
      VALUES ('r', ?1, 'b1', '/', '1', '101', '', '', 0)`;
    await city.db.prepare(insert).bind('one').run();
    await expect(city.db.prepare(insert).bind('two').run()).rejects.toThrow(/UNIQUE/);
  });

  test('of 20,000 rows is stored whole', async () => {
    const roll = await draft([], 'household', 'east');
    const rows = Array.from({ length: 20_000 }, (_, at) => ({
      unit: ['b1', 'b2', 'b3', 'b4'][at % 4] ?? '',
      stairwell: String(1 + (at % 9)),
      door: String(100 + Math.floor(at / 4)),
      name: '张三',
    }));
    expect(must(await load(roll, rows))).toMatchObject({ added: 20_000, refused: [] });
    expect((await view(roll)).roll.entries).toBe(20_000);
  }, 60_000);
});

describe('heads of owners', () => {
  const units: Row[] = [
    { door: '101', name: '张三、李四', area: 8950 },
    { door: '102', name: '李四,张三', area: 8950 },
    { door: '103', name: '王五', area: 10_001 },
    { door: '104', name: '张伟', phone: '13800138000', area: 5000 },
    { door: '105', name: '张伟', phone: '13900139000', area: 5000 },
    { door: '106', name: '某置业', area: 7000, holding: 'unsold', developer: true },
    { door: '107', name: '赵六', area: 7000, holding: 'undelivered', developer: false },
    { door: '108', name: '某置业', area: 7000, holding: 'sold', developer: true },
  ];
  const at = (...doors: string[]) => doors.map((door) => ({ building: 'b1 building', stairwell: '', door }));
  test('are counted as the court tells', async () => {
    const roll = await draft(units, 'owner');
    // Co-owners 1, 王五 1, two of one name 2, all of the developer 1.
    const { owners, units: counted } = await view(roll);
    expect(owners).toEqual({
      heads: 5,
      developer: 3,
      sameName: 1,
      doubts: [{ why: 'name-only', units: at('101', '102') }],
    });
    expect(counted[0].area).toBe(units.reduce((sum, { area }) => sum + Number(area), 0));
    const stored = await city.db
      .prepare('SELECT owner, holding, developer FROM roll_entry WHERE roll = ?1')
      .bind(roll)
      .all<{ owner: string; holding: 'sold'; developer: number }>();
    expect(
      new Set(stored.results.map((row) => headOf({ ...row, developer: row.developer === 1 }))).size,
    ).toBe(5);
  });
  test('become one by a number of the office, which stays until it is taken out', async () => {
    const roll = await draft(units, 'owner');
    const two = await entries(roll, '?words=张伟');
    const put = (entry: { id: string }, body: object) =>
      editor('PATCH', `/api/rolls/${roll}/entries/${entry.id}`, body);
    for (const entry of two) must(await put(entry, { rev: 1, ownerNumber: 'Y-7' }));
    expect((await view(roll)).owners).toMatchObject({ heads: 4, sameName: 0 });
    must(await load(roll, units));
    expect((await view(roll)).owners.heads).toBe(4);
    const back = must(await put(two[0], { rev: 2, ownerNumber: '' }));
    expect([back.ownerNumber, (await view(roll)).owners.heads]).toEqual(['', 5]);
  });
  test('are shown to who keeps the roll where a number or a name alone joins them', async () => {
    const roll = await draft(
      [
        { door: '101', name: '甲', area: 100, ownerNumber: '1' },
        { unit: 'b2', door: '201', name: '乙', area: 100, ownerNumber: '1' },
        { door: '102', name: '张伟', area: 100 },
        { door: '103', name: '张伟', area: 100 },
        { door: '104', name: '丙、丁', area: 100, ownerNumber: '2' },
        { door: '105', name: '丁,丙', area: 100, ownerNumber: '2' },
        { door: '106', name: '戊', area: 100, phone: '13800138000' },
        { door: '107', name: '戊', area: 100, phone: '13800138000' },
      ],
      'owner',
    );
    const { owners } = await view(roll);
    expect([owners.heads, owners.doubts]).toEqual([
      4,
      [
        { why: 'names', units: [...at('101'), { building: 'b2 building', stairwell: '', door: '201' }] },
        { why: 'name-only', units: at('102', '103') },
      ],
    ]);
    const counts = await city.as('eastleader')('GET', `/api/rolls/${roll}`);
    expect(counts.body.owners).toMatchObject({ heads: 4, doubts: [] });
  });
  test('of a unit that was sold are its new owner’s: phone and number end with the name', async () => {
    const sold = async (before: Row[], door: string) => {
      const roll = await draft(before, 'owner');
      const named = { door, name: '李四', area: 100 };
      const own = await draft(before, 'owner');
      const [entry] = await entries(own, `?words=${door}`);
      must(await load(roll, [named]));
      must(await editor('PATCH', `/api/rolls/${own}/entries/${entry.id}`, { rev: 1, name: '李四' }));
      const found = [];
      for (const one of [roll, own]) {
        const [{ name, ownerNumber, hasContact }] = await entries(one, `?words=${door}`);
        found.push([name, ownerNumber, hasContact, (await view(one)).owners.heads]);
      }
      expect(found[1]).toEqual(found[0]);
      return found[0];
    };
    const joint = { name: '张三', area: 100, ownerNumber: '7', phone: '13800138000' };
    expect(
      await sold(
        [
          { door: '101', ...joint },
          { door: '102', ...joint },
        ],
        '102',
      ),
    ).toEqual(['李四', '', false, 2]);
    const owns = [
      { door: '101', name: '李四', area: 100 },
      { door: '102', ...joint, ownerNumber: '' },
    ];
    expect(await sold(owns, '102')).toEqual(['李四', '', false, 1]);
    // A blank put into a name, or its co-owners in another order, is no sale.
    const roll = await draft([{ door: '101', ...joint, name: '张三、王五' }], 'owner');
    must(await load(roll, [{ door: '101', name: '王五, 张 三', area: 100 }]));
    expect((await entries(roll))[0]).toMatchObject({ ownerNumber: '7', hasContact: true });
  });
  test('have no phone and no identity number for a number, which would be kept in clear', async () => {
    const numbers = [
      '13800138000',
      '138-0013-8000',
      '420281197001011234',
      '0714-8700000',
      'A1 42028119700101123X',
    ];
    const roll = await draft([{ door: '99', name: '某', area: 100, ownerNumber: '20260001' }], 'owner');
    const rows = numbers.map((ownerNumber, n) => ({
      door: String(101 + n),
      name: '某',
      area: 100,
      ownerNumber,
    }));
    const report = must(await load(roll, rows));
    expect([report.added, report.refused.map(({ reason }: { reason: string }) => reason)]).toEqual([
      0,
      numbers.map(() => 'number-personal'),
    ]);
    const [entry] = await entries(roll);
    const put = await editor('PATCH', `/api/rolls/${roll}/entries/${entry.id}`, {
      rev: 1,
      ownerNumber: numbers[0],
    });
    expect(refused(put)).toEqual([400, 'entry-number']);
  });
  test('an owner without a name, or a unit without an area, is refused', async () => {
    const roll = await draft(units, 'owner');
    expect(
      must(
        await load(roll, [
          { door: '1', area: 1 },
          { door: '2', name: '某' },
        ]),
      ).refused,
    ).toEqual([
      { row: 2, reason: 'no-name' },
      { row: 3, reason: 'no-area' },
    ]);
    const [entry] = await entries(roll, '?words=103');
    const emptied = await editor('PATCH', `/api/rolls/${roll}/entries/${entry.id}`, { rev: 1, name: '' });
    expect(refused(emptied)).toEqual([400, 'entry-owner']);
  });
});

describe('an entry', () => {
  test('cannot move to a door that is taken, nor be changed unseen', async () => {
    const roll = await draft(doors(2));
    const [one] = await entries(roll);
    const put = (body: object) => editor('PATCH', `/api/rolls/${roll}/entries/${one.id}`, body);
    expect(refused(await put({ rev: 1, door: '102' }))).toEqual([409, 'entry-twice']);
    must(await put({ rev: 1, name: '张三' }));
    expect(refused(await put({ rev: 1, name: '李四' }))).toEqual([409, 'stale']);
  });
  test('is on record without its name', async () => {
    const roll = await draft(doors(1));
    const [one] = await entries(roll);
    must(await editor('PATCH', `/api/rolls/${roll}/entries/${one.id}`, { rev: 1, name: '司马相如' }));
    const acts = await city.db
      .prepare("SELECT act, detail FROM audit WHERE target = ?1 AND act = 'roll.entry'")
      .bind(roll)
      .all<{ detail: string }>();
    expect(acts.results.length).toBe(1);
    expect(acts.results[0]?.detail).toContain('name');
    expect(acts.results[0]?.detail).not.toContain('司马相如');
  });
  test('is found by door, by name and by both words of a door, page by page', async () => {
    const roll = await draft([
      ...Array.from({ length: 120 }, (_, at) => ({ stairwell: '2', door: String(1000 + at) })),
      { stairwell: '1', door: '302', name: '张三' },
    ]);
    expect((await entries(roll, '?words=张三')).length).toBe(1);
    expect((await entries(roll, '?words=1单元302')).length).toBe(1);
    const seen: string[] = [];
    for (let after = ''; ; ) {
      const page = must(await editor('GET', `/api/rolls/${roll}/entries?after=${encodeURIComponent(after)}`));
      seen.push(
        ...page.entries.map(
          (entry: { stairwell: string; door: string }) => `${entry.stairwell}-${entry.door}`,
        ),
      );
      if (page.next === null) break;
      after = page.next;
    }
    expect(seen.length).toBe(121);
    expect(new Set(seen).size).toBe(121);
    expect([seen[0], seen[1], seen.at(-1)]).toEqual(['1-302', '2-1000', '2-1119']);
  });
});

describe('a final version', () => {
  test('never changes', async () => {
    const roll = await final();
    const [one] = await entries(roll);
    const { rev } = (await view(roll)).roll;
    const acts: [string, string, object][] = [
      ['POST', `/api/rolls/${roll}/import`, { rows: rowsOf([{ door: '900' }]), dryRun: false }],
      ['PATCH', `/api/rolls/${roll}/entries/${one.id}`, { rev: one.rev, name: '某' }],
      ['PATCH', `/api/rolls/${roll}`, { rev, title: '别的' }],
      ['POST', `/api/rolls/${roll}/freeze`, { rev }],
    ];
    const before = await city.db.prepare('SELECT * FROM roll_entry WHERE roll = ?1').bind(roll).all();
    for (const act of acts) expect(refused(await editor(...act))).toEqual([409, 'roll-frozen']);
    expect(
      (await city.db.prepare('SELECT * FROM roll_entry WHERE roll = ?1').bind(roll).all()).results,
    ).toEqual(before.results);
  });
  test('has the check code of its exported lines, without those struck off', async () => {
    const roll = await draft([
      { door: '101', name: '张三', phone: '13800138000' },
      { door: '102' },
      { door: '103' },
    ]);
    const struck = (await entries(roll))[1];
    must(await editor('PATCH', `/api/rolls/${roll}/entries/${struck.id}`, { rev: 1, struck: true }));
    const { sha256 } = must(await freeze(roll));
    const { text } = await editor('GET', `/api/rolls/${roll}/export?format=ndjson`);
    expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ door }) => door)).toEqual(['101', '103']);
    const csv = await editor('GET', `/api/rolls/${roll}/export?format=csv`);
    expect(csv.text.split('\r\n').length).toBe(4);
  });
  test('is not made while an objection waits, or of nobody, or of what another has changed', async () => {
    expect(refused(await freeze(await draft()))).toEqual([409, 'roll-empty']);
    const roll = await draft(doors(1));
    const { rev } = await post(roll);
    const said = must(
      await editor('POST', `/api/rolls/${roll}/objections`, { words: '少一户', by: '周女士', unit: 'b1' }),
    );
    expect(refused(await freeze(roll))).toEqual([409, 'roll-objections']);
    const answer = () =>
      editor('PATCH', `/api/rolls/${roll}/objections/${said.id}`, { state: 'upheld', answer: '已加上' });
    expect((await answer()).status).toBe(204);
    expect(refused(await answer())).toEqual([404, 'not-found']);
    must(await load(roll, [{ door: '102' }]));
    expect(refused(await editor('POST', `/api/rolls/${roll}/freeze`, { rev }))).toEqual([409, 'stale']);
    expect((await freeze(roll)).status).toBe(200);
  });
  test('a draft tells that an objection was upheld for as long as nothing was changed', async () => {
    const object = async (of: string) => {
      const said = must(
        await editor('POST', `/api/rolls/${of}/objections`, { words: '少一户', by: '周女士' }),
      );
      must(
        await editor('PATCH', `/api/rolls/${of}/objections/${said.id}`, { state: 'upheld', answer: '对' }),
      );
    };
    const told = async (of: string) => (await view(of)).upheldUnchanged;
    const roll = await draft(doors(1));
    await object(roll);
    expect(await told(roll)).toBe(1);
    must(await load(roll, [{ door: '102' }]));
    expect(await told(roll)).toBe(0);
    must(await freeze(roll));
    // Upheld of what is final already: the correction is to be changed, and what was settled before is over.
    await object(roll);
    expect(await told(roll)).toBe(0);
    const next = must(await editor('POST', `/api/rolls/${roll}/versions`, {})).id;
    expect(await told(next)).toBe(1);
    const [entry] = await entries(next);
    must(await editor('PATCH', `/api/rolls/${next}/entries/${entry.id}`, { rev: entry.rev, name: '张三' }));
    expect(await told(next)).toBe(0);
  });
  test('is not made before it was posted; a correction goes by the posting of the first', async () => {
    const roll = await draft(doors(1));
    const asked = async (of: string) => {
      const { rev } = (await view(of)).roll;
      return editor('POST', `/api/rolls/${of}/freeze`, { rev });
    };
    expect(refused(await asked(roll))).toEqual([409, 'roll-unposted']);
    const { rev } = await post(roll);
    must(await editor('PATCH', `/api/rolls/${roll}`, { rev, postedAt: null }));
    expect(refused(await asked(roll))).toEqual([409, 'roll-unposted']);
    await post(roll);
    must(await asked(roll));
    const next = must(await editor('POST', `/api/rolls/${roll}/versions`, {}));
    expect((await asked(next.id)).status).toBe(200);
  });
  test('is corrected in the next one, under the same ids, by one draft at a time', async () => {
    const roll = await final();
    const correct = () => editor('POST', `/api/rolls/${roll}/versions`, {});
    const both = await Promise.all([correct(), correct()]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const next = both.find(({ status }) => status === 200)?.body;
    expect(next).toMatchObject({ version: 2, state: 'draft', entries: 3 });
    const [before, after] = [await entries(roll), await entries(next.id)];
    expect(after.map(({ id }: { id: string }) => id)).toEqual(before.map(({ id }: { id: string }) => id));
    must(
      await editor('PATCH', `/api/rolls/${next.id}/entries/${after[0].id}`, {
        rev: after[0].rev,
        name: '新名',
      }),
    );
    expect((await entries(roll))[0].name).toBe('');
    expect(refused(await correct())).toEqual([409, 'roll-corrected']);
  });
});

describe('letters', () => {
  test('open their entry, typed in any way, and only hashes are kept', async () => {
    const roll = await final();
    const made = await letters(roll);
    expect(made.letters.map(({ door }: { door: string }) => door)).toEqual(['101', '102', '103']);
    const { secret, entry } = made.letters[0];
    // 28 characters of 5 bits.
    expect(secret).toMatch(/^[0-9a-hjkmnp-tv-z]{28}$/);
    const holder = { roll, line: roll, entry, unit: 'b1', path: city.path('b1') };
    expect(await used(secret)).toEqual(holder);
    expect(await used(secret.toUpperCase().replace(/(.{4})/g, '$1 '))).toEqual(holder);
    const dump = JSON.stringify(
      (await city.db.prepare('SELECT * FROM credential WHERE line = ?1').bind(roll).all()).results,
    );
    for (const letter of made.letters) expect(dump).not.toContain(normalizeCode(letter.secret));
    expect(await used('0'.repeat(28))).toBe('letter-unknown');
  });
  test('made again before they were said to be printed end the first; printed ones are left', async () => {
    const roll = await final();
    const first = await letters(roll);
    const second = await letters(roll);
    expect(await used(first.letters[0].secret)).toBe('letter-revoked');
    const entriesOf = second.letters.map((one: { entry: string }) => one.entry);
    // Somebody made one of them anew meanwhile: the other's printed sheet does not count.
    const anew = await letters(roll, { entry: entriesOf[0] });
    const body = { entries: entriesOf, making: second.making };
    expect(must(await editor('POST', `/api/rolls/${roll}/letters/printed`, body))).toEqual({ printed: 2 });
    expect((await view(roll)).units[0].letters).toBe(2);
    expect(await used(anew.letters[0].secret)).toMatchObject({ entry: entriesOf[0] });
    expect((await letters(roll)).letters.map((one: { entry: string }) => one.entry)).toEqual([entriesOf[0]]);
  });
  test('of one entry made anew end the old one alone', async () => {
    const roll = await final();
    const made = await letters(roll);
    const [one, other] = made.letters;
    const anew = await letters(roll, { entry: one.entry });
    expect(await used(one.secret)).toBe('letter-revoked');
    expect(await used(anew.letters[0].secret)).toMatchObject({ entry: one.entry });
    expect(await used(other.secret)).toMatchObject({ entry: other.entry });
    expect(must(await editor('POST', `/api/rolls/${roll}/letters/revoke`, { of: { unit: 'b1' } }))).toEqual({
      revoked: 3,
    });
    expect(await used(other.secret)).toBe('letter-revoked');
  });
  test('an entry has one secret in force by constraint', async () => {
    const insert =
      "INSERT INTO credential (secret_hash, line, entry, making, issued_at) VALUES (?1, 'l', 'e', 'm', 0)";
    await city.db.prepare(insert).bind('h1').run();
    await expect(city.db.prepare(insert).bind('h2').run()).rejects.toThrow(/UNIQUE/);
  });
  test('stay valid in the next version, but not for who is struck off it', async () => {
    const roll = await final();
    const { letters: made } = await letters(roll);
    const next = must(await editor('POST', `/api/rolls/${roll}/versions`, {})).id;
    const gone = (await entries(next)).find(({ id }: { id: string }) => id === made[1].entry);
    must(await editor('PATCH', `/api/rolls/${next}/entries/${gone.id}`, { rev: gone.rev, struck: true }));
    // A draft decides nothing yet.
    expect(await used(made[1].secret)).toMatchObject({ roll });
    must(await freeze(next));
    expect(await used(made[0].secret)).toMatchObject({ roll: next, entry: made[0].entry });
    expect(await used(made[1].secret)).toBe('entry-struck');
  });
  test('end with the version that names another person, phone, number or holding, and with nothing less', async () => {
    const phone = '13800138000';
    const changes: [string, Row, object, boolean][] = [
      ['a name', { door: '101', name: '张三' }, { name: '李四' }, true],
      ['a phone', { door: '102', name: '张三', phone }, { phone: '13900139000' }, true],
      ['a number', { door: '103', name: '张三', ownerNumber: '1' }, { ownerNumber: '2' }, true],
      ['a unit given back', { door: '104', name: '张三' }, { holding: 'undelivered' }, true],
      ['a first phone', { door: '105', name: '张三' }, { phone }, false],
      ['a blank in a name', { door: '106', name: '张三' }, { name: '张 三' }, false],
      ['an area', { door: '107', name: '张三' }, { area: 101 }, false],
    ];
    const roll = await final(
      changes.map(([, row]) => ({ ...row, area: 100 })),
      'owner',
    );
    const { letters: made, making } = await letters(roll);
    const printed = { entries: made.map(({ entry }: { entry: string }) => entry), making };
    must(await editor('POST', `/api/rolls/${roll}/letters/printed`, printed));
    const next = must(await editor('POST', `/api/rolls/${roll}/versions`, {})).id;
    for (const entry of await entries(next)) {
      const body = changes.find(([, { door }]) => door === entry.door)?.[2];
      must(await editor('PATCH', `/api/rolls/${next}/entries/${entry.id}`, { rev: entry.rev, ...body }));
    }
    expect(await used(made[0].secret)).toMatchObject({ roll });
    must(await freeze(next));
    for (const [at, [what, , , ends]] of changes.entries())
      expect([what, (await used(made[at].secret)) === 'letter-revoked']).toEqual([what, ends]);
    // The office sees what is to be printed anew, and the version before makes no letters for those it names.
    expect((await view(next)).units[0]).toMatchObject({ entries: 7, due: 6, letters: 3 });
    expect((await letters(next)).letters.map(({ door }: { door: string }) => door)).toEqual([
      '101',
      '102',
      '103',
    ]);
    const old = await editor('POST', `/api/rolls/${roll}/letters`, { of: { unit: 'b1' }, most: 9 });
    expect(refused(old)).toEqual([409, 'roll-corrected']);
  });
  test('of households stay when a name is put to a door', async () => {
    const roll = await final(doors(1));
    const { letters: made } = await letters(roll);
    const next = must(await editor('POST', `/api/rolls/${roll}/versions`, {})).id;
    must(await load(next, [{ door: '101', name: '张三' }]));
    must(await freeze(next));
    expect(await used(made[0].secret)).toMatchObject({ roll: next });
  });
  test('are not made of a draft, and come in bounded steps', async () => {
    const body = { of: { unit: 'b1' }, most: 10 };
    expect(refused(await editor('POST', `/api/rolls/${await draft(doors(1))}/letters`, body))).toEqual([
      409,
      'roll-draft',
    ]);
    const roll = await final(doors(25));
    const doorsMade: string[] = [];
    for (let step = 0; step < 3; step += 1) {
      const part = await letters(roll, { unit: 'b1' }, 10);
      doorsMade.push(...part.letters.map(({ door }: { door: string }) => door));
      const printed = {
        entries: part.letters.map((one: { entry: string }) => one.entry),
        making: part.making,
      };
      must(await editor('POST', `/api/rolls/${roll}/letters/printed`, printed));
    }
    expect(doorsMade).toEqual(doors(25).map(({ door }) => door));
    expect((await letters(roll)).letters).toEqual([]);
    expect(
      refused(await editor('POST', `/api/rolls/${roll}/letters`, { of: { unit: 'b1' }, most: 1001 })),
    ).toEqual([400, 'bad-input']);
  });
  test('have a pace each: 500 at once all open, one used 30 times in a minute is slowed', async () => {
    const roll = await final(doors(500));
    const { letters: made } = await letters(roll);
    const now = Date.now();
    // In one moment for the pace; fifty at a time, so that what carries them here is not what is tested.
    const opened: unknown[] = [];
    for (let at = 0; at < made.length; at += 50)
      opened.push(
        ...(await Promise.all(
          made.slice(at, at + 50).map(({ secret }: { secret: string }) => used(secret, now)),
        )),
      );
    expect(opened).toMatchObject(made.map(({ entry }: { entry: string }) => ({ roll, entry, unit: 'b1' })));
    const { secret, entry } = made[0];
    const again: unknown[] = [];
    for (let time = 2; time <= 30; time += 1) again.push(await used(secret, now + time * 1000));
    expect(again.slice(0, usesAMinute - 1)).toMatchObject(
      Array.from({ length: usesAMinute - 1 }, () => ({ roll, entry })),
    );
    expect(new Set(again.slice(usesAMinute - 1))).toEqual(new Set(['too-many']));
    expect(await used(made[1].secret, now)).toMatchObject({ unit: 'b1' });
    expect(await used(secret, now + 61_000)).toMatchObject({ unit: 'b1' });
  }, 60_000);
});

describe('who sees what', () => {
  test('leaders see counts and no name; helpers and others no roll', async () => {
    const roll = await draft([{ door: '101', name: '司马相如' }]);
    const counts = await city.as('eastleader')('GET', `/api/rolls/${roll}`);
    expect([counts.status, counts.body.keeps, counts.text.includes('司马相如')]).toEqual([200, false, false]);
    expect((await city.as('eastleader')('GET', `/api/rolls/${roll}/entries`)).status).toBe(403);
    expect((await city.as('easthelper')('GET', `/api/rolls/${roll}`)).status).toBe(403);
    expect((await city.as('easthelper')('GET', '/api/rolls')).body.rolls).toEqual([]);
    expect((await city.as('westadmin')('GET', '/api/rolls')).body.rolls).toEqual([]);
  });
  test('one entry is read alone, of its own roll only', async () => {
    const roll = await draft(doors(3));
    const [, second] = await entries(roll);
    expect(await entries(roll, `?entry=${second.id}`)).toEqual([second]);
    expect(await entries(await draft(doors(1)), `?entry=${second.id}`)).toEqual([]);
  });
  test('a draft that is put away comes back', async () => {
    const roll = await draft(doors(1));
    const put = async (removed: boolean) =>
      must(await editor('PATCH', `/api/rolls/${roll}`, { rev: (await view(roll)).roll.rev, removed }));
    expect((await put(true)).removedAt).not.toBeNull();
    expect(refused(await load(roll, doors(2)))).toEqual([409, 'roll-frozen']);
    expect((await put(false)).removedAt).toBeNull();
    expect((await load(roll, doors(2))).status).toBe(200);
  });
});

describe('reads', () => {
  const planOf = async (statement: { sql: string; values: unknown[] }) =>
    (
      await city.db
        .prepare(`EXPLAIN QUERY PLAN ${statement.sql}`)
        .bind(...statement.values)
        .all<{ detail: string }>()
    ).results
      .map(({ detail }) => detail)
      .join('\n');
  /** The statement that an act prepares. */
  const noted = (make: (db: D1Database) => unknown) => {
    const seen: { sql: string; values: unknown[] }[] = [];
    make(
      new Proxy(city.db, {
        get: () => (sql: string) => ({ bind: (...values: unknown[]) => seen.push({ sql, values }) }),
      }),
    );
    const [one] = seen;
    if (!one) throw new Error('nothing prepared');
    return one;
  };

  test('a page of a long roll reads a page, wherever it begins, and its counts a line a building', async () => {
    const roll = await draft([...doors(900), ...doors(900, 'b2')]);
    const read = async (statement: { sql: string; values: unknown[] }) =>
      (
        await city.db
          .prepare(statement.sql)
          .bind(...statement.values)
          .all()
      ).meta.rows_read;
    for (const after of [wholeRoll.after, { path: city.path('b2'), position: 80_000, id: 'x' }]) {
      const page = noted((db) => entriesFrom(db, roll, { ...wholeRoll, after }, { most: 50 }));
      expect(await planOf(page)).toMatch(
        /SEARCH roll_entry USING INDEX roll_entry_order \(roll=\? AND \(path,position,id\)>\(\?,\?,\?\) AND path<\?\)/,
      );
      expect(await read(page)).toBeLessThan(250);
    }
    const counts = noted((db) => recountUnits(db, roll, ['b1']));
    expect(await planOf(counts)).toMatch(/SEARCH e USING INDEX roll_entry_door \(roll=\? AND unit=\?\)/);
    expect(await planOf(counts)).toMatch(/SEARCH c USING INDEX credential_in_force \(line=\? AND entry=\?\)/);
    const known = noted((db) => knownAt(db, roll, [['b1', '', '101', '']]));
    expect(await planOf(known)).toMatch(
      /SEARCH e USING INDEX roll_entry_door \(roll=\? AND unit=\? AND stairwell=\? AND door=\? AND person=\?\)/,
    );
    expect(await read(known)).toBeLessThan(10);
  });
});
