// What waits for a teller's signature, and their signatures. A teller signs what their own device has checked.
import type { Body, Output } from '../../../schema/api/endpoint.ts';
import type { ResultWhole } from '../../../schema/api/results.ts';
import type {
  tellerHome as homeContract,
  signActs as signContract,
  unsignedActs as unsignedContract,
} from '../../../schema/api/tellers.ts';
import { signaturesMost } from '../../../schema/api/tellers.ts';
import { isSignedBy } from '../../../schema/elections/ledger.ts';
import type { Call } from '../../http/context.ts';
import { Refusal } from '../../http/refusal.ts';
import { readLedger } from './ledger-store.ts';
import { type TellerRow, tellerOf } from './teller-link.ts';

/** Contests c that are frozen with this teller (?1 election, ?2 path, ?3 signing key), by their entry 0. */
const mine = `contest c JOIN ledger_entry z ON z.contest = c.id AND z.seq = 0
  AND c.election = ?1 AND instr(c.path, ?2) = 1 AND instr(z.body, ?3) > 0`;
/** SQL: a result l that was taken back, which nobody has to sign. */
const takenBack = `EXISTS (SELECT 1 FROM ledger_entry k WHERE k.contest = l.contest AND k.seq > l.seq
  AND k.body ->> '$.act' = 'correction' AND k.body ->> '$.corrects' = l.seq)`;
/** Acts l of contest c that all tellers sign; shares are of one alone. */
const unsigned = `l.contest = c.id AND l.body ->> '$.act' IN ('freeze', 'close', 'opening', 'result')
  AND NOT ${takenBack} AND NOT EXISTS (SELECT 1 FROM ledger_signature s WHERE s.contest = l.contest AND s.seq = l.seq AND s.teller = ?4)`;

const asMine = ({ id, election, path, signing_key }: TellerRow) => [election, path, signing_key ?? '-', id];

type Watched = Output<typeof homeContract>['contests'][number];

interface ElectionRow {
  slug: string;
  title: string;
  post: string;
  organiser: string;
  phone: string;
  rehearsal: number;
  quorum: number;
  place: string;
  tellers: number;
}

/** SQL: whether fewer tellers than open the box have signed the opening or the standing result of contest c. */
export const signedTooLittle = `EXISTS (SELECT 1 FROM ledger_entry l JOIN ledger_entry z ON z.contest = l.contest AND z.seq = 0
  WHERE l.contest = c.id AND l.body ->> '$.act' IN ('opening', 'result') AND NOT ${takenBack}
  AND (SELECT count(*) FROM ledger_signature s WHERE s.contest = l.contest AND s.seq = l.seq) < z.body ->> '$.quorum')`;

/** Who has signed the opening and the standing result of a sealed contest; null before its box is open. */
export async function signersOf(db: D1Database, contest: string): Promise<ResultWhole['signed']> {
  const ledger = await readLedger(db, contest);
  const opening = ledger?.acts.find(({ act }) => act === 'opening');
  if (!ledger || !opening) return null;
  const { quorum, tellers } = ledger.freeze;
  const result = ledger.acts.filter(({ act }) => act === 'result').at(-1);
  const acts = [opening.number, ...(result ? [result.number] : [])];
  const has = (number: number) => (seq: number) =>
    ledger.entries[seq]?.signatures.some(({ teller }) => teller === number) ?? false;
  return {
    need: quorum,
    tellers: tellers.map(({ name }, number) => ({ name, signed: acts.every(has(number)) })),
  };
}

/** @throws Refusal teller-link */
export async function tellerHome({ db }: Call, link: string): Promise<Output<typeof homeContract>> {
  const teller = await tellerOf(db, link);
  const [elections, contests] = await db.batch<unknown>([
    db
      .prepare(
        `SELECT e.*, u.name AS place, (SELECT count(*) FROM teller o WHERE o.election = e.id AND o.removed_at IS NULL
           AND (instr(t.path, o.path) = 1 OR instr(o.path, t.path) = 1)) AS tellers
         FROM teller t JOIN election e ON e.id = t.election JOIN unit u ON u.id = t.unit WHERE t.id = ?1`,
      )
      .bind(teller.id),
    db
      .prepare(
        `SELECT c.id AS contest, c.name, c.above, c.state,
           (SELECT j.key FROM json_each(z.body, '$.tellers') j WHERE j.value ->> '$.signing' = ?3) AS number,
           (SELECT count(*) FROM ledger_entry l WHERE ${unsigned}) AS unsigned,
           (SELECT json_group_array(j.value ->> '$.name') FROM json_each(z.body, '$.tellers') j WHERE c.state = 'frozen'
             AND NOT EXISTS (SELECT 1 FROM ledger_signature s JOIN teller t ON t.id = s.teller WHERE s.contest = c.id
             AND s.seq = 0 AND t.signing_key = j.value ->> '$.signing')) AS missing,
           CASE WHEN c.closed_at IS NULL THEN NULL ELSE (SELECT count(*) FROM ballot WHERE contest = c.id) END AS ballots
         FROM ${mine} ORDER BY c.position, c.round`,
      )
      .bind(...asMine(teller)),
  ]);
  const election = elections?.results[0] as ElectionRow | undefined;
  if (!election) throw new Refusal('teller-link');
  return {
    teller: teller.id,
    name: teller.name,
    place: election.place,
    slug: election.slug,
    title: election.title,
    post: election.post,
    organiser: election.organiser,
    phone: election.phone,
    rehearsal: election.rehearsal === 1,
    quorum: election.quorum,
    tellers: election.tellers,
    openingKey: teller.opening_key,
    signingKey: teller.signing_key,
    provedAt: teller.proved_at,
    contests: ((contests?.results ?? []) as (Omit<Watched, 'missing'> & { missing: string })[]).map(
      ({ missing, ...one }) => ({ ...one, missing: JSON.parse(missing) as string[] }),
    ),
  };
}

/** @throws Refusal teller-link */
export async function unsignedActs(
  { db }: Call,
  { link, contest }: Body<typeof unsignedContract>,
): Promise<Output<typeof unsignedContract>> {
  const teller = await tellerOf(db, link);
  const { results } = await db
    .prepare(
      `SELECT l.contest, c.name, l.seq, l.body AS text FROM ${mine} JOIN ledger_entry l ON ${unsigned}
       WHERE (?5 IS NULL OR c.id = ?5) ORDER BY c.position, c.id, l.seq LIMIT ${signaturesMost}`,
    )
    .bind(...asMine(teller), contest ?? null)
    .all<Output<typeof unsignedContract>['acts'][number]>();
  return { acts: results };
}

/** @throws Refusal teller-link; teller-keys for a signature that is not by the registered key */
export async function signActs(
  { db }: Call,
  { link, signatures }: Body<typeof signContract>,
): Promise<Output<typeof signContract>> {
  const teller = await tellerOf(db, link);
  const { results } = await db
    .prepare(
      `SELECT l.contest, l.seq, l.body AS text FROM json_each(?5) j
       JOIN ledger_entry l ON l.contest = j.value ->> 'contest' AND l.seq = j.value ->> 'seq'
       JOIN ${mine} AND c.id = l.contest WHERE ?4 <> ''`,
    )
    .bind(...asMine(teller), JSON.stringify(signatures))
    .all<{ contest: string; seq: number; text: string }>();
  const right = await Promise.all(
    signatures.map(async ({ contest, seq, signature }) => {
      const act = results.find((one) => one.contest === contest && one.seq === seq);
      return act !== undefined && (await isSignedBy(teller.signing_key ?? '', signature, act.text));
    }),
  );
  if (right.includes(false)) throw new Refusal('teller-keys');
  const stored = await db
    .prepare(
      `INSERT INTO ledger_signature (contest, seq, teller, signature)
       SELECT j.value ->> 'contest', j.value ->> 'seq', ?1, j.value ->> 'signature' FROM json_each(?2) j WHERE true
       ON CONFLICT DO NOTHING`,
    )
    .bind(teller.id, JSON.stringify(signatures))
    .run();
  return { signed: stored.meta.changes };
}
