// Check-in by hand: somebody at the desk or the door hands out a ballot, on paper or on the own device, to an elector who
// came for it or asked for help. Who did it, and why where they helped, stands in the history.
import type { checkInByHand as contract, listDoors as doorsContract } from '../../../schema/api/boxes.ts';
import type { Body, Output } from '../../../schema/api/endpoint.ts';
import { recordWhere } from '../../audit/record.ts';
import type { StaffCall } from '../../http/context.ts';
import { covers } from '../../http/policy.ts';
import { Refusal } from '../../http/refusal.ts';
import { type CheckInRow, handOut, kept, replyOf, signFor } from './check-in.ts';
import { type ContestRow, contestById } from './frozen.ts';

/** @throws Refusal not-found, not-frozen, bad-input, proxy-not-listed, check-in-over, checked-in, checked-in-paper */
export async function checkInByHand(
  { db, now, actor }: StaffCall,
  secret: () => string,
  contest: string,
  { entry, blinded: sent, press, holder, reason }: Body<typeof contract>,
): Promise<Output<typeof contract>> {
  const blinded = sent ?? null;
  const row = await contestById(db, contest).first<ContestRow>();
  if (!row) throw new Refusal('not-found');
  if (blinded !== null && row.issuer_secret === null) throw new Refusal('not-frozen');
  const reply = blinded === null ? null : await signFor(row, secret(), blinded);
  const channel = blinded === null ? 'paper' : 'token';
  const audited = {
    at: now,
    actor: actor.id,
    act: 'contest.check-in',
    target: contest,
    path: row.path,
    detail: { entry, channel, reason, holder },
  };
  const by = reason === undefined ? undefined : { staff: actor.id, reason };
  const handed = handOut(db, { contest, entry, blinded, press, holder, now, by }, reply);
  // changes() is that of the statement before: only the first time goes on record.
  const [given, , stored] = await db.batch<CheckInRow>([
    handed,
    recordWhere(db, audited, 'SELECT 1 WHERE changes() = 1', []),
    kept(db, contest, entry),
  ]);
  const standing = stored?.results[0];
  if (!standing && holder !== undefined) await mustBeListed(db, contest, entry, holder);
  if (blinded !== null) return { reply: replyOf(standing, blinded) };
  if (!standing) throw new Refusal('check-in-over');
  if (standing.channel !== 'paper') throw new Refusal('checked-in');
  // Whoever hears yes hands out a sheet: only the one whose act stands may, and only once.
  if (given?.meta.changes !== 1 && (press === undefined || standing.press !== press))
    throw new Refusal('checked-in-paper');
  return { reply: null };
}

/** Words about dates would send a holder away whose proxy was only never entered. @throws Refusal proxy-not-listed */
async function mustBeListed(
  db: D1Database,
  contest: string,
  principal: string,
  holder: string,
): Promise<void> {
  const listed = await db
    .prepare('SELECT 1 FROM proxy WHERE contest = ?1 AND principal = ?2 AND holder = ?3')
    .bind(contest, principal, holder)
    .first();
  if (!listed) throw new Refusal('proxy-not-listed');
}

type Door = Output<typeof doorsContract>['doors'][number];

const doorAlone = (entry: string) =>
  `CASE ${entry}.stairwell WHEN '' THEN '' ELSE ${entry}.stairwell || '单元 ' END || ${entry}.door`;
/** SQL: how people call the door of a roll entry. */
export const doorOf = (entry: string) => `trim(${doorAlone(entry)} || ' ' || ${entry}.person)`;

/** @throws Refusal not-found */
export async function listDoors(
  { db, actor }: StaffCall,
  contest: string,
): Promise<Output<typeof doorsContract>> {
  const [contests, doors] = await db.batch<unknown>([
    db
      .prepare(
        `SELECT c.name, c.path, e.title, l.body AS entry FROM contest c JOIN election e ON e.id = c.election
         LEFT JOIN ledger_entry l ON l.contest = c.id AND l.seq = 0 WHERE c.id = ?1`,
      )
      .bind(contest),
    db
      .prepare(
        `SELECT d.id AS entry, ${doorAlone('d')} AS door, d.name, d.person, k.channel,
           iif(h.id IS NULL, NULL, json_object('entry', h.id, 'door', ${doorOf('h')})) AS proxy
         FROM contest c JOIN roll_entry d INDEXED BY roll_entry_order ON d.roll = c.roll AND d.path = c.path
         LEFT JOIN check_in k ON k.contest = c.id AND k.entry = d.id
         LEFT JOIN proxy p ON p.contest = c.id AND p.principal = d.id
         LEFT JOIN roll_entry h ON h.roll = c.roll AND h.id = p.holder
         WHERE c.id = ?1 AND d.struck_at IS NULL ORDER BY d.position, d.id`,
      )
      .bind(contest),
  ]);
  const row = contests?.results[0] as
    | (Omit<Output<typeof doorsContract>, 'doors'> & { path: string })
    | undefined;
  if (!row) throw new Refusal('not-found');
  const { path, ...of } = row;
  const keeps = covers(actor, path, ['admin', 'editor']);
  const found = (doors?.results ?? []) as (Omit<Door, 'proxy'> & { proxy: string | null; person: string })[];
  return {
    ...of,
    doors: found.map(({ name, person, proxy, ...door }) => ({
      ...door,
      name: keeps ? name : person || firstOf(name),
      proxy: proxy === null ? null : (JSON.parse(proxy) as Door['proxy']),
    })),
  };
}

/** Enough to ask whoever stands there, and no list of names. */
const firstOf = (name: string): string => {
  const [first = '', ...rest] = name;
  return first + '*'.repeat(rest.length);
};
