// Counts for reports, under the veil of the boards, and pieces of answers for those who may read them.
import type { Output } from '../../schema/api/endpoint.ts';
import {
  type FigureLine,
  type getFigures,
  type getPairs,
  type getSaid,
  pageMost,
  type UnitFigures,
  unitsMost,
} from '../../schema/api/figures.ts';
import type { Counts, Item } from '../../schema/fields/field.ts';
import { headsItem } from '../../schema/fields/figures.ts';
import { fieldOf, holdsAnswer } from '../../schema/fields/registry.ts';
import { plainForm } from '../../schema/logic/plain.ts';
import { isSeveral, type Open } from '../../schema/measures/item.ts';
import { boardThreshold } from '../../schema/measures/suppression.ts';
import { compiled } from '../fill/published.ts';
import type { Call, StaffCall } from '../http/context.ts';
import { covers } from '../http/policy.ts';
import { Refusal } from '../http/refusal.ts';
import { sideOf } from '../scorecards/card.ts';
import type { Side } from '../scorecards/compose.ts';
import type { Member } from '../scorecards/family.ts';
import { type Line, lines, type Tallied } from '../scorecards/lines.ts';
import { gather, readGathered, readMembers } from '../scorecards/store.ts';
import { veil } from '../scorecards/veil.ts';
import { type BelowRow, below, type PairRow, pairs, type SaidRow, said } from './store.ts';

/** @throws Refusal not-found */
export async function figures(
  call: StaffCall,
  { campaign, unit, depth = 0 }: { campaign: string; unit: string; depth?: number | undefined },
): Promise<Output<typeof getFigures>> {
  const { db, actor } = call;
  const results = await db.batch<unknown>([...gather(db, campaign, unit), below(db, campaign, unit, depth)]);
  const { head, members, tallies } = readGathered(results);
  const rows = (results[2]?.results ?? []) as BelowRow[];
  const deep = readMembers(rows.filter((row) => row.depth > 1));
  const side = await sideOf(db, unit, {
    head,
    members: [...members, ...deep.members],
    tallies: [...tallies, ...deep.tallies],
  });
  const [definition] = side?.definitions ?? [];
  if (!side || !definition) throw new Refusal('not-found');
  const { family } = side;
  const levels = levelsOf(rows);
  const chosen = levels.find((level) => level.depth === depth)?.members ?? [];
  const between = levels.flatMap((level) => (level.depth < depth ? level.members : []));
  const shown = allLines(side);
  const over = veil({ ...family, chain: [...family.chain, ...between] }, boardThreshold);
  const figuresOf = (member: Member): UnitFigures => {
    const { n, counts } = family.tally(member.id);
    const hidden = over.unit(member.id);
    const told = hidden ? [] : shown.map((line) => toldOf(line, counts, over.line(member.id, line)));
    return {
      unit: ref(member),
      n: hidden && n < boardThreshold ? null : n,
      hidden,
      counts: told.map((one) => one.counts),
      closed: told.map((one) => one.closed),
    };
  };
  return {
    asOf: call.now,
    definition: plainForm(definition),
    above: family.chain.filter((one) => one.id !== unit && covers(actor, one.path)).map(ref),
    below: family.childrenOf(unit).map(ref),
    levels: levels.map((level) => ({
      depth: level.depth,
      kinds: [...new Set(level.members.map(({ kind }) => kind))],
      units: level.members.length,
    })),
    lines: shown.map(toLine),
    here: figuresOf(family.unit),
    units: chosen.map(figuresOf),
    mayReadAnswers: covers(actor, family.unit.path, ['admin', 'editor']),
  };
}

const ref = ({ id, kind, name }: Member) => ({ id, kind, name });

/** Every line of the cards, and one for each question that has none: how many answered. */
function allLines({ definitions, family }: Side): Line[] {
  const top = family.chain[0] ?? family.unit;
  const uncounted = (definitions[0] ? plainForm(definitions[0]).questions : []).filter(
    (question) => holdsAnswer(question) && fieldOf(question).items(question).length === 0,
  );
  return [
    ...lines(definitions, family.tally(top.id).counts).countable,
    ...uncounted.map(({ id, type, title }) => ({
      question: id,
      row: '',
      type,
      short: title,
      title,
      item: headsItem({ title }),
      mixed: false,
    })),
  ];
}

const toLine = ({ question, title, type, item, mixed }: Line): FigureLine => ({
  question,
  title,
  type,
  item: {
    ...item,
    keys: [...item.keys],
    points: item.points && [...item.points],
    values: item.values && [...item.values],
  },
  mixed,
});

/** What may be shown of a line: all its counts, those that are open with the others together, or nothing. */
function toldOf({ question, item }: Line, counts: Tallied, { shows, mean }: Open) {
  const own = ofItem(item, counts[question] ?? {});
  const closed = item.keys.flatMap(({ key, missing }) => (missing || shows(key) ? [] : [key]));
  if (closed.length === 0) return { counts: mean || !item.sum ? own : null, closed };
  const open = Object.entries(own).filter(([key]) => !closed.includes(key) && key !== item.sum?.key);
  if (!item.keys.some(({ key, missing }) => !missing && shows(key))) return { counts: null, closed };
  const others = isSeveral(item) ? 0 : closed.reduce((sum, key) => sum + (own[key] ?? 0), 0);
  return { counts: Object.fromEntries([...open, ['_others', others]]), closed };
}

/** The counts of one line among those of its question. */
function ofItem({ keys, base, sum }: Item, counts: Counts): Counts {
  const wanted = [...keys.map(({ key }) => key), base, sum?.key];
  return Object.fromEntries(
    wanted.flatMap((key) => (key !== undefined && counts[key] ? [[key, counts[key]]] : [])),
  );
}

/** Whole levels below, the first first; where they end because there are too many units, the last is not whole. */
function levelsOf(rows: readonly BelowRow[]): { depth: number; members: Member[] }[] {
  const { members } = readMembers(rows);
  const depths = new Map(rows.map(({ id, depth }) => [id, depth]));
  const last = Math.max(0, ...depths.values());
  const whole = members.length > unitsMost ? last - 1 : last;
  return Array.from({ length: whole }, (_, at) => ({
    depth: at + 1,
    members: members.filter(({ id }) => depths.get(id) === at + 1),
  }));
}

export async function crossed(
  { db }: Call,
  asked: Parameters<typeof pairs>[1],
): Promise<Output<typeof getPairs>> {
  const { results } = await pairs(db, asked).all<PairRow>();
  const [told, ...rest] = results;
  const read = told?.n ?? 0;
  return {
    pairs: rest.map(({ a, b, n }) => ({ a, b, n })),
    read,
    next: read < pageMost.pairs ? null : (told?.last ?? null),
  };
}

/** Without what is sensitive, by the version that was answered. */
export async function answersTo(
  { db }: Call,
  asked: Parameters<typeof said>[1],
): Promise<Output<typeof getSaid>> {
  const { results } = await said(db, asked).all<SaidRow>();
  const answers: unknown[] = [];
  for (const { state, version, form, answer } of results) {
    if (state !== 'accepted' || answer === null) continue;
    const { definition } = await compiled(db, form, version);
    const question = definition.questions.find(({ id }) => id === asked.question);
    if (question && !fieldOf(question).sensitive) answers.push(JSON.parse(answer));
  }
  const next = results.length < pageMost.said ? null : (results.at(-1)?.seq ?? null);
  return { answers, read: results.length, next };
}
