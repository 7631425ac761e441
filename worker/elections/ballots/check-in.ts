// Check-in 领票: what the elector's browser blinded is signed, once for each entry of the roll. Message and reply are kept, so
// that a reply that got lost can be asked for again; whoever comes with another message is refused.
import type { checkIn as contract } from '../../../schema/api/ballots.ts';
import type { Body, Output } from '../../../schema/api/endpoint.ts';
import { placeDay } from '../../../schema/day.ts';
import { toBase64url } from '../../../schema/elections/bytes.ts';
import { normalizeCode } from '../../../schema/ids.ts';
import { sha256 } from '../../db/hash.ts';
import type { Call } from '../../http/context.ts';
import { Refusal } from '../../http/refusal.ts';
import { useCredential } from '../../rolls/credential.ts';
import { signBlinded } from '../issuer.ts';
import { bytesOf, type ContestRow, contestById } from './frozen.ts';

export interface Handed {
  contest: string;
  entry: string;
  blinded: string | null;
  press?: string | undefined;
  /** who takes it by the elector's written proxy */
  holder?: string | undefined;
  now: number;
  /** who helped the elector, and why */
  by?: { staff: string; reason: string } | undefined;
}

export interface CheckInRow {
  channel: 'token' | 'paper';
  blinded: string | null;
  reply: string | null;
  press: string | null;
}

/** Whether ballots of this contest are handed out now, to this entry of the frozen roll. */
const handsOut = `SELECT 1 FROM contest c JOIN roll_entry e ON e.roll = c.roll AND e.id = ?2 AND e.unit = c.unit
  AND e.struck_at IS NULL WHERE c.id = ?1 AND c.state = 'open' AND c.check_in_from <= ?3 AND c.check_in_to > ?3`;

export const kept = (db: D1Database, contest: string, entry: string) =>
  db
    .prepare('SELECT channel, blinded, reply, press FROM check_in WHERE contest = ?1 AND entry = ?2')
    .bind(contest, entry);

/**
 * The statement that hands out a ballot where none was handed out before. Of time only the day is kept: nothing that a
 * ballot could be matched with.
 */
export function handOut(
  db: D1Database,
  { contest, entry, blinded, press, holder, now, by }: Handed,
  reply: string | null,
) {
  const channel = blinded === null ? 'paper' : 'token';
  return db
    .prepare(
      `INSERT INTO check_in (contest, entry, channel, day, blinded, reply, assisted_by, reason, press, holder)
       SELECT ?1, ?2, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11 WHERE EXISTS (${handsOut})
         AND (?11 IS NULL OR EXISTS (SELECT 1 FROM proxy WHERE contest = ?1 AND principal = ?2 AND holder = ?11))
       ON CONFLICT DO NOTHING`,
    )
    .bind(
      contest,
      entry,
      now,
      channel,
      placeDay(now),
      blinded,
      reply,
      by?.staff ?? null,
      by?.reason ?? '',
      press ?? null,
      holder ?? null,
    );
}

/** The signature of the contest's issuer. @throws Refusal bad-input for what is no blinded message */
export async function signFor(row: ContestRow, secret: string, blinded: string): Promise<string> {
  const issuer = { kept: bytesOf(row.issuer_secret ?? '', 'issuer') };
  const reply = await signBlinded(issuer, secret, row.id, bytesOf(blinded, 'blinded'));
  if (!reply) throw new Refusal('bad-input', { where: 'blinded' });
  return toBase64url(reply);
}

/** The reply of the row that stands. @throws Refusal checked-in, checked-in-paper, check-in-over */
export function replyOf(row: CheckInRow | undefined, blinded: string): string {
  if (!row) throw new Refusal('check-in-over');
  if (row.channel === 'paper') throw new Refusal('checked-in-paper');
  if (row.blinded !== blinded || row.reply === null) throw new Refusal('checked-in');
  return row.reply;
}

/**
 * @param secret of the Worker
 * @throws Refusal of the letter, not-found, not-frozen, bad-input, check-in-over, checked-in, checked-in-paper
 */
export async function checkIn(
  { db, now }: Call,
  secret: string,
  { secret: letter, contest, blinded }: Body<typeof contract>,
): Promise<Output<typeof contract>> {
  // Asked again, after a lost reply or by many taps: told at once, at no cost to the letter's pace.
  const again = await db
    .prepare(
      `SELECT k.reply FROM credential c JOIN check_in k ON k.contest = ?2 AND k.entry = c.entry
       WHERE c.secret_hash = ?1 AND k.blinded = ?3`,
    )
    .bind(await sha256(normalizeCode(letter)), contest, blinded)
    .first<{ reply: string }>();
  if (again) return again;
  const holder = await useCredential(db, letter, now);
  const [contests, before] = await db.batch<unknown>([
    contestById(db, contest),
    kept(db, contest, holder.entry),
  ]);
  const row = contests?.results[0] as ContestRow | undefined;
  if (!row || row.unit !== holder.unit) throw new Refusal('not-found');
  if (row.issuer_secret === null) throw new Refusal('not-frozen');
  const known = before?.results[0] as CheckInRow | undefined;
  if (known) return { reply: replyOf(known, blinded) };
  const reply = await signFor(row, secret, blinded);
  const [, stored] = await db.batch<CheckInRow>([
    handOut(db, { contest, entry: holder.entry, blinded, now }, reply),
    kept(db, contest, holder.entry),
  ]);
  return { reply: replyOf(stored?.results[0], blinded) };
}
