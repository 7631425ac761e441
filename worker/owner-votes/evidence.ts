// What the result rests on, for those who check or contest it: complete, with names and choices, and only after the count.
// That it was taken out is on record before the first byte leaves.
import type { Output } from '../../schema/api/endpoint.ts';
import {
  type Evidence,
  signaturesAtOnce,
  type ownerSignatures as signaturesContract,
} from '../../schema/api/owner-votes.ts';
import { toBase64url } from '../../schema/elections/bytes.ts';
import { record } from '../audit/record.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { signatureKey } from './letter.ts';
import { about } from './paper.ts';
import { numbered, readVote, type VoteRow, voteOf } from './store.ts';

async function counted(db: D1Database, id: string): Promise<VoteRow> {
  const row = await readVote(db, id);
  if (row.result === null) throw new Refusal('vote-running');
  return row;
}

const ballot = (
  from: string,
) => `WITH ${numbered} SELECT n AS head, entry, choices, channel, assistant, signature, sha256,
  at, entered_by AS enteredBy, seconded_by AS secondedBy, void_at AS voidAt, void_by AS voidBy,
  void_reason AS voidReason, rev FROM ${from} b JOIN numbered USING (head) WHERE b.vote = ?1 ORDER BY n, rev`;

/** Heads are numbers that hold within the answer. @throws Refusal vote-running */
export async function exportOwnerVote(call: StaffCall, id: string): Promise<Evidence> {
  const { db } = call;
  const row = await counted(db, id);
  const [, rolls, units, service, ballots, before] = await db.batch<unknown>([
    record(db, about(call, row, 'owners.export')),
    db.prepare('SELECT id, title, version, sha256 FROM roll WHERE id = ?1').bind(row.roll),
    db
      .prepare(
        `WITH ${numbered} SELECT w.entry, u.name AS building, e.stairwell, e.door, e.name, w.area, e.holding, e.developer,
           numbered.n AS head FROM owner_unit w JOIN numbered USING (head) JOIN unit u ON u.id = w.unit
           JOIN roll_entry e ON e.roll = ?2 AND e.id = w.entry WHERE w.vote = ?1 ORDER BY e.path, e.position, e.id`,
      )
      .bind(id, row.roll),
    db
      .prepare('SELECT entry, how, day, note, staff, at FROM owner_service WHERE vote = ?1 ORDER BY entry')
      .bind(id),
    db.prepare(ballot('owner_ballot')).bind(id),
    db.prepare(ballot('owner_ballot_before')).bind(id),
  ]);
  return {
    vote: voteOf(row),
    roll: rolls?.results[0] as Evidence['roll'],
    units: units?.results as Evidence['units'],
    service: service?.results as Evidence['service'],
    ballots: ballots?.results as Evidence['ballots'],
    before: before?.results as Evidence['before'],
    result: JSON.parse(row.result ?? 'null'),
  };
}

/** The pictures by their hashes, some at a time. @throws Refusal vote-running */
export async function ownerSignatures(
  call: StaffCall,
  files: R2Bucket,
  id: string,
  after: string,
): Promise<Output<typeof signaturesContract>> {
  const { db } = call;
  const row = await counted(db, id);
  const { results } = await db
    .prepare(
      `SELECT signature FROM owner_ballot WHERE vote = ?1 AND signature > ?2
       UNION SELECT signature FROM owner_ballot_before WHERE vote = ?1 AND signature > ?2
       ORDER BY signature LIMIT ${signaturesAtOnce}`,
    )
    .bind(id, after)
    .all<{ signature: string }>();
  await record(db, about(call, row, 'owners.signatures', { n: results.length })).run();
  const signatures = await Promise.all(
    results.map(async ({ signature }) => {
      const picture = await files.get(signatureKey(id, signature));
      return { sha256: signature, png: picture && toBase64url(new Uint8Array(await picture.arrayBuffer())) };
    }),
  );
  return {
    signatures,
    next: results.length < signaturesAtOnce ? null : (results.at(-1)?.signature ?? null),
  };
}
