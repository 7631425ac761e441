// A second count of owners' votes, written apart from the product's: units are sorted by head and scanned once, thresholds
// are compared as fractions of BigInt.
import type { OwnedUnit, OwnerBallot } from '../../schema/elections/owners.ts';

export interface OwnerVote {
  units: OwnedUnit[];
  developer: string;
  ballots: OwnerBallot[];
  kind: 'ordinary' | 'special';
  record: { article: string; warning: string; abstentions: 'stand' | 'follow'; served: Set<string> } | null;
  /** heads whose ballot is void */
  voided?: string[];
}

interface Row {
  head: string;
  area: bigint;
  units: string[];
  said: string;
}

type Sums = Record<'all' | 'part' | 'agree' | 'against' | 'abstain', { heads: bigint; area: bigint }>;

function sumUp(rows: Row[]): Sums {
  const total = (which: (row: Row) => boolean) => ({
    heads: BigInt(rows.filter(which).length),
    area: rows.filter(which).reduce((all, { area }) => all + area, 0n),
  });
  return {
    all: total(() => true),
    part: total(({ said }) => ['agree', 'against', 'abstain'].includes(said)),
    agree: total(({ said }) => said === 'agree'),
    against: total(({ said }) => said === 'against'),
    abstain: total(({ said }) => said === 'abstain'),
  };
}

/** a/b ≥ (or >) num/den of both kinds of weight. */
const share = (
  part: { heads: bigint; area: bigint },
  whole: { heads: bigint; area: bigint },
  [num, den]: [bigint, bigint],
  strict: boolean,
) =>
  (['heads', 'area'] as const).every((which) => {
    const [left, right] = [part[which] * den, whole[which] * num];
    return strict ? left > right : left >= right;
  });

/** Civil Code 278: two thirds take part; of them more than half, or three quarters. */
function verdict(sums: Sums, kind: OwnerVote['kind']) {
  const quorum = sums.all.heads !== 0n && share(sums.part, sums.all, [2n, 3n], false);
  const agreed =
    kind === 'special'
      ? share(sums.agree, sums.part, [3n, 4n], false)
      : share(sums.agree, sums.part, [1n, 2n], true);
  return { quorum, passes: quorum && agreed };
}

export function ownersAgain({ units, developer, ballots, kind, record, voided = [] }: OwnerVote) {
  const sorted = units
    .map((unit) => ({ head: unit.holding === 'sold' ? unit.owner : developer, ...unit }))
    .sort((a, b) => a.head.localeCompare(b.head));
  const rows: Row[] = [];
  for (const { head, id, area } of sorted) {
    const last = rows.at(-1);
    if (last?.head === head) {
      last.area += BigInt(area);
      last.units.push(id);
    } else rows.push({ head, area: BigInt(area), units: [id], said: '' });
  }
  for (const row of rows) {
    const choices = ballots.filter(({ owner }) => owner === row.head).map(({ choice }) => choice);
    const [first] = choices;
    if (first !== undefined) row.said = choices.every((choice) => choice === first) ? first : 'conflict';
  }
  const strict = sumUp(rows);
  for (const row of rows) if (row.said === '' && voided.includes(row.head)) row.said = 'void';
  const conflicts = rows.filter(({ said }) => said === 'conflict').map(({ head }) => head);
  const result = { strict: { ...strict, ...verdict(strict, kind) }, conflicts: conflicts.sort() };
  if (!record) return { ...result, silence: null, passes: result.strict.passes };

  const lead = (['heads', 'area'] as const).map((which) => strict.agree[which] - strict.against[which]);
  const side = lead.every((by) => by > 0n) ? 'agree' : lead.every((by) => by < 0n) ? 'against' : null;
  const joined = rows.filter(
    ({ said, units: own }) => side && said === '' && !own.some((unit) => !record.served.has(unit)),
  );
  const moved = rows.map((row) => {
    if (side && (joined.includes(row) || (row.said === 'abstain' && record.abstentions === 'follow')))
      return { ...row, said: side };
    return row;
  });
  const silence = sumUp(moved);
  const complete = record.article.trim() !== '' && record.warning.trim() !== '' && record.served.size > 0;
  const joint = { ...silence, ...verdict(silence, kind), joined: joined.map(({ head }) => head).sort() };
  return { ...result, silence: joint, passes: complete ? joint.passes : result.strict.passes };
}
