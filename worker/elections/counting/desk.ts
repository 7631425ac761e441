// The counting desk of a contest as one of the two people at it sees it.
import type { Batch, CountDesk } from '../../../schema/api/counts.ts';
import { sheetDifferences } from '../../../schema/elections/count-sheet.ts';
import { roundRule } from '../../../schema/elections/pack.ts';
import { least } from '../../../schema/elections/share.ts';
import type { StaffCall } from '../../http/context.ts';
import { covers } from '../../http/policy.ts';
import { type BatchRow, type Counted, namesOf, readCounted, readSheet, waitsFor } from './counted.ts';

export async function readDesk({ db, actor }: StaffCall, id: string): Promise<CountDesk> {
  const counted = await readCounted(db, id);
  const { row, pack, contest, took, batches } = counted;
  const { turnout } = roundRule(pack, row.kind);
  const [{ candidates }] = contest.posts;
  return {
    contest: id,
    election: row.election,
    title: row.title,
    post: row.post,
    name: row.name,
    above: row.above,
    preset: row.preset,
    state: row.state as CountDesk['state'],
    round: row.kind,
    rule: pack.name,
    seats: row.seats,
    style: pack.ballot.style,
    writeIns: pack.writeIns.allowed && row.kind !== 'runOff',
    candidates: [...candidates],
    registered: row.registered,
    checkedIn: took,
    quorum:
      turnout && row.registered !== null
        ? { need: least(turnout, row.registered), counted: turnout.counted }
        : null,
    batches: batches.map((one) => batchOf(one, actor.id)),
    names: namesFor(counted),
    waits: waitsFor(counted),
    mayEdit: covers(actor, row.path, ['admin', 'editor']),
  };
}

function namesFor(counted: Counted): CountDesk['names'] {
  const decided = new Map(counted.decisions.map((one) => [one.name, one]));
  return namesOf(counted).map((one) => {
    const made = decided.get(one.name);
    return { ...one, decided: made ? { person: made.person, by: made.by, at: made.decided_at } : null };
  });
}

function batchOf(row: BatchRow, reader: string): Batch {
  const { first, second, agreed } = row;
  const both = first !== null && second !== null;
  const isFirst = row.first_by === reader ? true : row.second_by === reader ? false : null;
  const mine = isFirst === null ? null : isFirst ? first : second;
  return {
    id: row.id,
    name: row.name,
    method: row.method,
    by: [row.first_name, row.second_name].flatMap((name) => name ?? []),
    mine: mine === null ? null : readSheet(mine),
    first: isFirst,
    differences: both && agreed === null ? sheetDifferences(readSheet(first), readSheet(second)) : [],
    agreed: agreed === null ? null : readSheet(agreed),
    removed: row.removed_at !== null,
    byTwo: row.second_by !== null || row.reopened_at !== null,
    out: row.out_by === null ? null : { by: row.out_name ?? '', mine: row.out_by === reader },
    rev: row.rev,
  };
}
