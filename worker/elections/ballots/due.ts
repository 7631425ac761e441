// What the clock does with contests, and staff may ask for at once: voting opens when its time has come and every teller has
// signed, and the box is sealed when its time is over. A set at a time; whatever was cut off is finished the next time.
import { toHex } from '../../../schema/elections/bytes.ts';
import { inBoxOrder, supersededHash } from '../../../schema/elections/cast.ts';
import { merkleRoot } from '../../../schema/elections/merkle.ts';
import { recordWhere } from '../../audit/record.ts';
import { keptBytes } from './frozen.ts';
import { addEntry, headsOf, inTurn, place } from './ledger-store.ts';

/** Contests in one go. */
const most = 50;

interface Asked {
  /** only of this election; of a rehearsal boxes close at once */
  election?: string;
  actor?: string;
}

export interface Done {
  done: number;
  /** more are waiting: ask again */
  left: boolean;
}

interface Due {
  id: string;
  path: string;
  preset: string;
}

/** Every teller of ledger entry 0 has signed it. */
const signedByAll = `(SELECT count(*) FROM ledger_signature s WHERE s.contest = c.id AND s.seq = 0) =
  (SELECT json_array_length(l.body, '$.tellers') FROM ledger_entry l WHERE l.contest = c.id AND l.seq = 0)`;

const opens = `c.state = 'frozen' AND c.check_in_from <= ?1 AND c.voting_to > ?1 AND (?2 IS NULL OR c.election = ?2)`;

/** Contests whose time has come but that some teller has not signed. */
export async function unsignedDue(db: D1Database, now: number, election: string): Promise<number> {
  const row = await db
    .prepare(
      `SELECT count(*) AS n FROM contest c JOIN election e ON e.id = c.election
       WHERE ${opens} AND e.preset = 'sealed' AND NOT (${signedByAll})`,
    )
    .bind(now, election)
    .first<{ n: number }>();
  return row?.n ?? 0;
}

const frozen = (id: string) => `SELECT 1 FROM contest WHERE id = ${id} AND state = 'frozen'`;
const unsealed = (id: string) =>
  `SELECT 1 FROM contest WHERE id = ${id} AND state = 'closed' AND closed_at IS NULL`;

export const openDue = (db: D1Database, now: number, asked: Asked = {}): Promise<Done> =>
  inTurn(async () => {
    const { results } = await db
      .prepare(
        `SELECT c.id, c.path, e.preset FROM contest c JOIN election e ON e.id = c.election
         WHERE ${opens} AND e.preset <> 'nominations' AND (e.preset = 'spot' OR ${signedByAll}) LIMIT ?3`,
      )
      .bind(now, asked.election ?? null, most + 1)
      .all<Due>();
    const due = results.slice(0, most);
    const heads = await headsOf(
      db,
      due.map(({ id }) => id),
    );
    const statements: D1PreparedStatement[] = [];
    for (const { id, path, preset } of due) {
      if (preset === 'sealed') {
        const entry = await place(id, heads.get(id), now, { act: 'open' });
        statements.push(addEntry(db, id, entry, frozen('?1')));
      }
      const audited = { at: now, actor: asked.actor ?? 'system', act: 'contest.open', target: id, path };
      statements.push(
        recordWhere(db, audited, frozen('?7'), [id]),
        db
          .prepare(
            "UPDATE contest SET state = 'open', opened_at = ?2, rev = rev + 1 WHERE id = ?1 AND state = 'frozen'",
          )
          .bind(id, now),
      );
    }
    if (statements.length > 0) await db.batch(statements);
    return { done: due.length, left: results.length > most };
  });

interface Box {
  contest: string;
  leaf: string;
}

/** Two steps: the state shuts the box, so that no ballot on its way comes after the root; then the ledger says what is in. */
export const closeDue = (db: D1Database, now: number, asked: Asked = {}): Promise<Done> =>
  inTurn(async () => {
    const over = `state = 'open' AND (voting_to <= ?1 OR (?2 IS NOT NULL AND EXISTS
      (SELECT 1 FROM election e WHERE e.id = contest.election AND e.rehearsal = 1))) AND (?2 IS NULL OR election = ?2)`;
    const [, waiting] = await db.batch<Due>([
      db
        .prepare(`UPDATE contest SET state = 'closed', rev = rev + 1 WHERE ${over}`)
        .bind(now, asked.election ?? null),
      db
        .prepare(
          `SELECT c.id, c.path, e.preset FROM contest c JOIN election e ON e.id = c.election
           WHERE c.state = 'closed' AND c.closed_at IS NULL AND (?1 IS NULL OR c.election = ?1) LIMIT ?2`,
        )
        .bind(asked.election ?? null, most + 1),
    ]);
    const found = waiting?.results ?? [];
    const due = found.slice(0, most);
    if (due.length === 0) return { done: 0, left: false };
    const ids = due.map(({ id }) => id);
    const list = JSON.stringify(ids);
    const [boxes, replaced, handed] = await db.batch<unknown>([
      db
        .prepare('SELECT b.contest, b.leaf FROM json_each(?1) j JOIN ballot b ON b.contest = j.value')
        .bind(list),
      db
        .prepare(
          'SELECT s.contest, s.id, s.counter, s.leaf FROM json_each(?1) j JOIN superseded s ON s.contest = j.value',
        )
        .bind(list),
      db
        .prepare(
          `SELECT k.contest, sum(k.channel = 'token') AS token, sum(k.channel = 'paper') AS paper
           FROM json_each(?1) j JOIN check_in k ON k.contest = j.value GROUP BY k.contest`,
        )
        .bind(list),
    ]);
    const heads = await headsOf(db, ids);
    const leaves = (boxes?.results ?? []) as Box[];
    const old = (replaced?.results ?? []) as (Box & { id: string; counter: number })[];
    const counts = (handed?.results ?? []) as { contest: string; token: number; paper: number }[];
    const statements: D1PreparedStatement[] = [];
    for (const { id, path, preset } of due) {
      const of = leaves.filter(({ contest }) => contest === id).map(({ leaf }) => keptBytes(leaf));
      const superseded = old
        .filter(({ contest }) => contest === id)
        .map((one) => ({
          ballot: keptBytes(one.id),
          counter: one.counter,
          leaf: keptBytes(one.leaf),
        }));
      const handedOut = counts.find(({ contest }) => contest === id);
      if (preset === 'sealed') {
        const entry = await place(id, heads.get(id), now, {
          act: 'close',
          issued: handedOut?.token ?? 0,
          paper: handedOut?.paper ?? 0,
          ballots: of.length,
          root: toHex(await merkleRoot(inBoxOrder(of))),
          superseded: { ballots: superseded.length, sha256: toHex(await supersededHash(superseded)) },
        });
        statements.push(addEntry(db, id, entry, unsealed('?1')));
      }
      const audited = {
        at: now,
        actor: asked.actor ?? 'system',
        act: 'contest.close',
        target: id,
        path,
        detail: { n: of.length },
      };
      statements.push(
        recordWhere(db, audited, unsealed('?7'), [id]),
        db
          .prepare(
            "UPDATE contest SET closed_at = ?2 WHERE id = ?1 AND state = 'closed' AND closed_at IS NULL",
          )
          .bind(id, now),
      );
    }
    await db.batch(statements);
    return { done: due.length, left: found.length > most };
  });

/** Everything that is due, in turns that the clock can afford. */
export async function boxesDue(db: D1Database, now: number): Promise<void> {
  for (let turns = 0; turns < 40; turns++) {
    const closed = await closeDue(db, now);
    const opened = await openDue(db, now);
    if (!closed.left && !opened.left) return;
  }
}
