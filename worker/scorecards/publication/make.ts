// Making a publication: the answers are copied as they stand, then decided family by family, each in one batch, so that
// whoever goes on (a request or the clock) goes on where the last one stopped.
import type { Publication } from '../../../schema/api/publications.ts';
import { mayAllFollow, mayFollow } from '../../../schema/measures/differencing.ts';
import { baseOf } from '../../../schema/measures/item.ts';
import { publicKinds, publicThreshold } from '../../../schema/measures/suppression.ts';
import type { Entry } from '../../audit/record.ts';
import { type CampaignRow, phaseOf } from '../../fill/facts.ts';
import type { StaffCall } from '../../http/context.ts';
import { Refusal } from '../../http/refusal.ts';
import { sideOf } from '../card.ts';
import { compose, type Side } from '../compose.ts';
import type { Member } from '../family.ts';
import { idOf, type Line, lines } from '../lines.ts';
import { type HeadRow, headOf, type MemberRow, readMembers } from '../store.ts';
import * as store from './store.ts';

/** Families that one call decides at most. */
const together = 20;
const k = publicThreshold;

/**
 * The result that residents see while answers come in changes by steps of its own: two publics side by side would tell
 * the few answers between them. @throws Refusal result-live
 */
async function mustBeTheOnlyOne(db: D1Database, campaign: string, now: number): Promise<void> {
  const run = await store.liveOf(db, campaign).first<CampaignRow & { live: number }>();
  if (run?.live === 1 && phaseOf(run, now) !== 'closed') throw new Refusal('result-live');
}

/** Begins one and goes on with it; where one is being made already, goes on with that. `entry`: the act on record. */
export async function publish(
  db: D1Database,
  campaign: string,
  by: { staff: string; note: string; now: number; entry?: Entry },
): Promise<store.PublicationRow | null> {
  await db.batch(store.begin(db, { campaign, note: by.note, made_by: by.staff, at: by.now }, by.entry));
  return goOn(db, campaign, by.now);
}

/** Resolves to the one that is being made still, else to the newest. */
export async function goOn(
  db: D1Database,
  campaign: string,
  now: number,
  most = together,
): Promise<store.PublicationRow | null> {
  for (let step = 0; step < most; step++) if (!(await oneStep(db, campaign, now))) break;
  return (
    (await store.making(db, campaign).first<store.PublicationRow>()) ??
    (await store.newest(db, campaign).first<store.PublicationRow>())
  );
}

/** Decides the next family; false where nothing is being made. */
async function oneStep(db: D1Database, campaign: string, now: number): Promise<boolean> {
  const [makings, newests, parents, heads] = await db.batch<unknown>([
    store.making(db, campaign),
    store.newest(db, campaign),
    store.families(db, campaign),
    headOf(db, campaign),
  ]);
  const row = makings?.results[0] as store.PublicationRow | undefined;
  const head = heads?.results[0] as HeadRow | undefined;
  if (!row || !head) return false;
  const order = ((parents?.results ?? []) as { unit: string }[]).map(({ unit }) => unit);
  // The top by itself is the first.
  const parent = row.done === 0 ? head.unit : order[row.done - 1];
  const before = newests?.results[0] as store.PublicationRow | undefined;
  const decided = parent === undefined ? [] : await family(db, { head, row, before, parent });
  await db.batch([
    ...decided.map((one) => store.decide(db, row, one)),
    store.stepDone(db, row, row.done >= order.length, now),
  ]);
  return true;
}

interface Step {
  head: HeadRow;
  row: store.PublicationRow;
  before: store.PublicationRow | undefined;
  parent: string;
}

/** Counts by line and key; the line '' holds the number of answers. */
type Seen = Record<string, Record<string, number>>;

async function family(db: D1Database, { head, row, before, parent }: Step): Promise<store.CopyRow[]> {
  const { results } = await store.copiedMembers(db, head.id, parent, row.number).all<MemberRow>();
  const side = await sideOf(db, parent, { head, ...readMembers(results) });
  if (!side) return [];
  const top = side.family.chain[0] ?? side.family.unit;
  const members = row.done === 0 ? [top] : side.family.childrenOf(parent);
  const units = members.map(({ id }) => id);
  const shown = row.done === 0 ? await store.shownEarly(db, head.id, top.id).first<{ n: number }>() : null;
  const [olds, own] = await db.batch<store.CopyRow>([
    store.copiesOf(db, head.id, before?.number ?? 0, units),
    store.copiesOf(db, head.id, row.number, [parent]),
  ]);
  const old = new Map((olds?.results ?? []).map((one) => [one.unit, one]));
  // The whole was seen while answers came in: what differs from that by a few is not told, there and below.
  const few = shown !== null && !mayFollow([shown.n], [side.family.tally(top.id).n], k);
  const above = row.done === 0 ? (few ? [''] : []) : (JSON.parse(own?.results[0]?.held ?? '[]') as string[]);
  const countable = lines(side.definitions, side.family.tally(top.id).counts).countable;
  const now = members.map(({ id }) => seenOf(side, id, countable));
  const cards = members.map((member) => cardOf(side, member, row, countable, []));
  const held = heldBack(
    ['', ...countable.map(idOf)],
    members.map(({ id }, at) => {
      const was = old.get(id);
      return {
        now: now[at] ?? {},
        before: was?.seen ? (JSON.parse(was.seen) as Seen) : null,
        hidden: cards[at] === null || (was !== undefined && was.card === null),
      };
    }),
    above,
  );
  return members.map((member, at) => {
    const its = held[at] ?? [];
    const was = old.get(member.id);
    const whole = its.includes('');
    const seen = { ...now[at] };
    const earlier = JSON.parse(was?.seen ?? '{}') as Seen;
    for (const line of whole ? Object.keys(seen) : its) if (earlier[line]) seen[line] = earlier[line];
    return {
      unit: member.id,
      seen: JSON.stringify(seen),
      held: JSON.stringify(its),
      card: whole
        ? (was?.card ?? null)
        : textOf(its.length > 0 ? cardOf(side, member, row, countable, its) : cards[at]),
      since: whole ? (was?.since ?? null) : row.number,
    };
  });
}

const textOf = (card: object | null | undefined) => (card ? JSON.stringify(card) : null);

function seenOf({ family: { tally } }: Side, unit: string, countable: readonly Line[]): Seen {
  const { n, counts } = tally(unit);
  const seen: Seen = { '': { _n: n } };
  for (const line of countable) {
    const given = counts[line.question] ?? {};
    seen[idOf(line)] = {
      ...Object.fromEntries(line.item.keys.map(({ key }) => [key, given[key] ?? 0])),
      _base: baseOf(line.item, given),
    };
  }
  return seen;
}

interface Change {
  now: Seen;
  before: Seen | null;
  /** not public now, or not before: what changed in these is known together only */
  hidden: boolean;
}

/**
 * By member, the lines in which too little changed since the public last saw them, there or beside it
 * (schema/measures/differencing.ts). What is held back above is held back below: the sum of what is below would tell it.
 */
function heldBack(ids: readonly string[], members: readonly Change[], above: readonly string[]): string[][] {
  const held: string[][] = members.map(() => []);
  if (above.length === 0 && members.every(({ before }) => before === null)) return held;
  const open = members.flatMap(({ hidden }, at) => (hidden ? [] : [at]));
  const together = members.filter(({ hidden }) => hidden);
  for (const id of ids) {
    const keys = [
      ...new Set(members.flatMap(({ now, before }) => Object.keys({ ...before?.[id], ...now[id] }))),
    ];
    const cells = (of: Seen | null | undefined) => keys.map((key) => of?.[id]?.[key] ?? 0);
    const sum = (of: (one: Change) => Seen | null) =>
      keys.map((_, at) => together.reduce((all, one) => all + (cells(of(one))[at] ?? 0), 0));
    const both = (of: (one: Change) => Seen | null) => [
      ...open.map((at) => cells(members[at] && of(members[at]))),
      sum(of),
    ];
    const fresh =
      !above.includes(id) &&
      mayAllFollow(
        both((one) => one.before),
        both((one) => one.now),
        k,
      );
    if (!fresh) for (const at of open) held[at]?.push(id);
  }
  return held;
}

/** The card as the public sees it; null for kinds that are not public, for few answers, and beside few. */
function cardOf(
  side: Side,
  member: Member,
  row: store.PublicationRow,
  countable: readonly Line[],
  held: readonly string[],
) {
  if (!publicKinds.has(member.kind) || side.family.tally(member.id).n < k) return null;
  const { chain } = side.family;
  const family = chain.some(({ id }) => id === member.id) ? [member] : [...chain, member];
  const card = compose(
    // Nobody's children: a public card has none.
    { ...side, family: { ...side.family, unit: member, chain: family } },
    undefined,
    {
      now: row.at,
      k,
      mayReadAnswers: false,
      sees: () => true,
      without: (line) => held.includes(idOf(line)),
    },
  );
  if (card.hidden) return null;
  const titles = countable.filter((line) => held.includes(idOf(line))).map(({ title }) => title);
  return {
    ...card,
    children: [],
    merged: null,
    texts: [],
    channels: [],
    attention: card.attention.filter(({ why }) => why !== 'few' && why !== 'silent'),
    published: { number: row.number, newest: row.number, at: row.at, held: titles },
  };
}

export const present = (
  { number, state, at, note, done }: store.PublicationRow,
  by: string,
  of: number,
): Publication => ({
  number,
  state,
  at,
  by,
  note,
  done,
  of,
});

/** On record, where one was begun. @throws Refusal result-live */
export async function publishAs(
  { db, now, actor }: StaffCall,
  campaign: string,
  note: string,
): Promise<store.PublicationRow | null> {
  await mustBeTheOnlyOne(db, campaign, now);
  const row = await store.runOf(db, campaign).first<store.RunRow>();
  const entry = {
    at: now,
    actor: actor.id,
    act: 'campaign.publish',
    target: campaign,
    path: row?.path ?? '',
    detail: { note },
  };
  return publish(db, campaign, { staff: actor.id, note, now, entry });
}

/** @throws Refusal result-live */
export async function publishNow(call: StaffCall, campaign: string, note: string): Promise<Publication> {
  const made = await publishAs(call, campaign, note);
  if (!made) throw new Error('a publication that was begun is not there');
  const [listed, order] = await call.db.batch<unknown>([
    store.listed(call.db, campaign),
    store.families(call.db, campaign),
  ]);
  // Somebody else may have begun what was gone on with.
  const rows = (listed?.results ?? []) as store.ListedRow[];
  const by = rows.find(({ number }) => number === made.number)?.name ?? '';
  return present(made, by, (order?.results.length ?? 0) + 1);
}
