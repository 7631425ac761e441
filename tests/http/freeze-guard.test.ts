// What was read is what is frozen: of two contests in one request, the second is left alone where somebody who stands or
// watches over it was changed while the first was frozen.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type City, must, openCity } from './city.ts';
import { plantSealed } from './sealed-election.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const changes = {
  'somebody who stands': "UPDATE candidate SET name = '赵新人', rev = rev + 1 WHERE contest = 'OTHER'",
  'the keys of a teller':
    "UPDATE teller SET opening_key = 'altered', rev = rev + 1 WHERE election = 'ELECTION'",
};

test.each(Object.entries(changes))(
  '%s changed meanwhile keeps a contest from its freeze',
  async (_, change) => {
    const { election, contest } = await plantSealed(city, { doors: 2 });
    const other = `${contest}z`;
    await city.db.batch([
      city.db
        .prepare(
          `INSERT INTO contest (id, election, unit, path, name, above, position, seats, state, round)
         SELECT ?2, election, unit, path, name, above, position, seats, state, 2 FROM contest WHERE id = ?1`,
        )
        .bind(contest, other),
      city.db
        .prepare(
          `INSERT INTO candidate (id, contest, position, name, line, source, state, consent, at)
         SELECT id || 'z', ?2, position, name, line, source, state, consent, at FROM candidate WHERE contest = ?1`,
        )
        .bind(contest, other),
    ]);
    await city.db
      .prepare(
        `CREATE TRIGGER ${contest}_meanwhile AFTER UPDATE OF state ON contest WHEN NEW.id = '${contest}' AND NEW.state = 'frozen'
       BEGIN ${change.replace('OTHER', other).replace('ELECTION', election)}; END`,
      )
      .run();
    const freeze = async () => must(await city.as('mayor')('POST', `/api/elections/${election}/freeze`, {}));
    expect(await freeze()).toMatchObject({ frozen: [contest], refused: [] });
    const { results } = await city.db
      .prepare(
        `SELECT c.state, (SELECT count(*) FROM ledger_entry WHERE contest = c.id) AS entries FROM contest c
       WHERE c.election = ?1 ORDER BY c.id`,
      )
      .bind(election)
      .all();
    expect(results).toEqual([
      { state: 'frozen', entries: 1 },
      { state: 'preparing', entries: 0 },
    ]);
    await city.db.prepare(`DROP TRIGGER ${contest}_meanwhile`).run();
    // As it stands now it is frozen the next time.
    expect((await freeze()).frozen).toEqual([other]);
  },
);
