// Definitions with logic of every kind, whether it makes sense or not, and answers to them: for properties of the check
// before publishing and of the dry run. Everything follows from a size and a seed, so a failure can be repeated.
import fc from 'fast-check';
import type { Definition, Question } from '../../schema/form/definition.ts';
import { samplesOf } from '../../schema/form/samples.ts';
import type { Condition, Expression, Jump, Leaf, Rule } from '../../schema/logic/shapes.ts';

type Random = () => number;
const below = (random: Random, n: number) => Math.floor(random() * n);
const oneOf = <T>(random: Random, list: readonly [T, ...T[]]): T =>
  list[below(random, list.length)] ?? list[0];
const chance = (random: Random, share: number) => random() < share;
const times = <T>(n: number, make: (index: number) => T): T[] =>
  Array.from({ length: n }, (_, index) => make(index));

const letters = ['a', 'b', 'c', 'd'] as const;
const named = (ids: readonly string[]) => ids.map((id) => ({ id, label: `选项 ${id}` }));

type Kind = (id: string, random: Random) => Question;
const kinds: [Kind, ...Kind[]] = [
  (id, random) => ({
    id,
    type: 'single',
    title: `题 ${id}`,
    options: named(letters).map((option, index) => ({
      ...option,
      ...(chance(random, 0.1) && { retired: true }),
      ...(chance(random, 0.3) && { score: index }),
      ...(chance(random, 0.1) && { text: true }),
    })),
  }),
  (id, random) => ({
    id,
    type: 'multi',
    title: `题 ${id}`,
    options: named(letters).map((option, index) => ({ ...option, ...(index === 3 && { exclusive: true }) })),
    ...(chance(random, 0.3) && { max: 2 }),
  }),
  (id) => ({ id, type: 'yes-no', title: `题 ${id}` }),
  (id, random) => ({ id, type: 'scale', title: `题 ${id}`, from: 1, to: 5, na: chance(random, 0.5) }),
  (id, random) => ({
    id,
    type: 'number',
    title: `题 ${id}`,
    min: 0,
    max: 3 + below(random, 200),
    decimals: below(random, 2),
  }),
  (id) => ({ id, type: 'text', title: `题 ${id}` }),
  (id) => ({ id, type: 'date', title: `题 ${id}`, min: '2026-01-01', max: '2026-12-31' }),
  (id) => ({ id, type: 'matrix-scale', title: `题 ${id}`, from: 1, to: 3, rows: named(['r', 's']) }),
  (id) => ({ id, type: 'rank', title: `题 ${id}`, options: named(letters), places: 2 }),
  (id) => ({
    id,
    type: 'candidates',
    title: `题 ${id}`,
    mode: 'each',
    candidates: named(['a', 'b']),
  }),
  (id) => ({ id, type: 'hidden', title: `题 ${id}`, param: id, known: named(['a', 'b']) }),
  (id) => ({ id, type: 'phone', title: `题 ${id}` }),
  (id) => ({ id, type: 'note', title: `说明 ${id}` }),
];

const fixed = { title: '有逻辑的表单', layout: 'pages' as const };

function build(random: Random, size: number): Definition {
  const bare = times(size, (index): Question => {
    const id = `q${index}`;
    if (index > 0 && chance(random, 0.12)) return { id, type: 'page-break', title: `页 ${id}` };
    if (index > 0 && chance(random, 0.1))
      return {
        id,
        type: 'calculated',
        title: `算 ${id}`,
        formula: { number: 0 },
        decimals: below(random, 2),
      };
    return { ...oneOf(random, kinds)(id, random), ...(chance(random, 0.3) && { required: true }) };
  });
  const answered = bare.filter(({ type }) => type !== 'note' && type !== 'page-break');
  const endings = chance(random, 0.4)
    ? times(1 + below(random, 2), (index) => ({
        id: `end${index}`,
        title: `结束 ${index}`,
        ...(chance(random, 0.5) && { when: condition(random, answered, 2) }),
        ...(chance(random, 0.3) && { refuses: true }),
      }))
    : undefined;
  /** Pages ahead, at times any; endings. */
  const ahead = (index: number) => [
    ...bare
      .filter(({ type }, place) => type === 'page-break' && (place > index || chance(random, 0.05)))
      .map(({ id }) => id),
    ...(endings ?? []).map(({ id }) => id),
    'end',
  ];
  const questions = bare.map((question, index): Question => {
    // Mostly of answers that come before it, and at times of anything.
    const before = bare.slice(0, index).filter(({ type }) => type !== 'note' && type !== 'page-break');
    const sources = chance(random, 0.96) ? before : bare;
    const some = (share: number) => sources.length > 0 && chance(random, share);
    const more = {
      ...(some(0.4) && { showIf: condition(random, sources, 2) }),
      ...(some(0.1) && { requiredIf: condition(random, sources, 1) }),
      ...(some(0.15) && { jumps: jumps(random, sources, ahead(index)) }),
      ...(some(0.08) && { rules: [rule(random, sources)] }),
      ...(some(0.1) && { title: `题 ${question.id}，您说过 {{${oneOf(random, ids(sources))}|没说}}` }),
    };
    if ('options' in question && Array.isArray(question.options) && some(0.25)) {
      const options = question.options.map((option) =>
        chance(random, 0.6) ? { ...option, showIf: condition(random, sources, 1) } : option,
      );
      return { ...question, ...more, options };
    }
    if ((question.type === 'single' || question.type === 'multi' || question.type === 'rank') && some(0.1))
      return {
        ...question,
        ...more,
        carry: { from: oneOf(random, ids(sources)), pick: oneOf(random, ['chosen', 'others']) },
      };
    if (question.type === 'calculated') return { ...question, ...more, formula: figure(random, sources, 3) };
    return { ...question, ...more };
  });
  return {
    ...fixed,
    layout: chance(random, 0.5) ? 'pages' : 'steps',
    questions,
    endings,
    ...(chance(random, 0.15) && {
      quotas: [{ id: 'places', label: '名额', max: 3, when: condition(random, answered, 1) }],
    }),
    ...(chance(random, 0.15) &&
      size > 2 && { shuffle: [[`q${below(random, size)}`, `q${below(random, size)}`]] }),
  };
}

const ids = (questions: readonly Question[]): [string, ...string[]] => {
  const [first = 'q0', ...rest] = questions.map(({ id }) => id);
  return [first, ...rest];
};

function condition(random: Random, sources: readonly Question[], depth: number): Condition {
  const inner = () => condition(random, sources, depth - 1);
  const shape = depth > 0 ? random() : 1;
  if (shape < 0.2) return { all: times(2 + below(random, 2), inner) };
  if (shape < 0.4) return { any: times(2 + below(random, 2), inner) };
  if (shape < 0.55) return { not: inner() };
  if (shape < 0.65)
    return {
      is: oneOf(random, ['equals', 'lt', 'lte', 'gt', 'gte']),
      left: figure(random, sources, 1),
      right: { number: below(random, 8) - 1 },
    };
  return leaf(random, sources);
}

function leaf(random: Random, sources: readonly Question[]): Leaf {
  const source = sources[below(random, sources.length)];
  const q = source?.id ?? 'q0';
  const simple: Leaf = { q, op: oneOf(random, ['answered', 'unanswered']) };
  const option = () => oneOf(random, letters);
  const number = () => below(random, 9) - 1;
  const order = () => oneOf(random, ['lt', 'lte', 'gt', 'gte'] as const);
  if (!source || chance(random, 0.2)) return simple;
  switch (source.type) {
    case 'single':
    case 'hidden':
      return chance(random, 0.6)
        ? { q, op: 'equals', value: option() }
        : { q, op: 'in', value: [option(), option()] };
    case 'yes-no':
      return { q, op: 'equals', value: oneOf(random, ['yes', 'no']) };
    case 'multi':
    case 'rank':
      return { q, op: 'contains', value: option() };
    case 'candidates':
      return chance(random, 0.5)
        ? { q, op: 'contains', value: option() }
        : { q, row: 'a', op: 'equals', value: oneOf(random, ['for', 'against']) };
    case 'scale':
    case 'number':
    case 'calculated':
      return chance(random, 0.3) ? { q, op: 'equals', value: number() } : { q, op: order(), value: number() };
    case 'matrix-scale':
      return { q, row: oneOf(random, ['r', 's']), op: order(), value: number() };
    case 'date':
      return {
        q,
        op: order(),
        value: oneOf(random, ['2025-06-01', '2026-06-01', '2026-12-31', '2027-01-01']),
      };
    case 'text':
      return { q, op: 'equals', value: oneOf(random, ['说明', '王芳']) };
    default:
      return simple;
  }
}

function figure(random: Random, sources: readonly Question[], depth: number): Expression {
  const inner = () => figure(random, sources, depth - 1);
  const id = () => oneOf(random, ids(sources));
  const missing = () => oneOf(random, ['skip', 'zero', 'null'] as const);
  const shape = depth > 0 ? below(random, 14) : 20;
  if (shape === 0) return { sum: times(2, inner), missing: missing() };
  if (shape === 1) return { average: times(2, inner), missing: missing() };
  if (shape === 2) return { least: times(2, inner), missing: missing() };
  if (shape === 3) return { most: times(2, inner), missing: missing() };
  if (shape === 4)
    return {
      weighted: times(2, () => ({ part: inner(), weight: below(random, 4) - 1 })),
      missing: missing(),
      mean: chance(random, 0.5),
    };
  if (shape === 5) return { count: times(2, () => condition(random, sources, 1)) };
  if (shape === 6) return { if: condition(random, sources, 1), yes: inner(), no: inner() };
  if (shape === 7) return { round: inner(), digits: below(random, 2) };
  if (shape === 8) return { minus: [inner(), inner()] };
  if (shape === 9) return { times: [inner(), inner()] };
  if (shape === 10) return { over: [inner(), inner()] };
  if (shape === 11)
    return {
      between: [{ value: id() }, { day: '2026-03-01' }],
      unit: oneOf(random, ['days', 'months', 'years']),
    };
  // Mostly of what is a number, at times of anything.
  const numeric = sources.filter(({ type }) => ['scale', 'number', 'calculated'].includes(type));
  const number = () => (numeric.length > 0 && chance(random, 0.95) ? oneOf(random, ids(numeric)) : id());
  const atom = below(random, 8);
  if (atom === 0 || sources.length === 0) return { number: below(random, 5) - 1 };
  if (atom === 1) return { score: number() };
  if (atom === 2) return { chosen: id() };
  return atom === 3 ? { total: number() } : { value: number() };
}

const jumps = (random: Random, sources: readonly Question[], targets: readonly string[]): Jump[] =>
  times(1 + below(random, 2), () => ({
    to: targets[below(random, targets.length)] ?? 'end',
    ...(chance(random, 0.8) && { when: condition(random, sources, 1) }),
  }));

function rule(random: Random, sources: readonly Question[]): Rule {
  const other = oneOf(random, ids(sources));
  return oneOf<Rule>(random, [
    { check: 'range', min: below(random, 4), max: below(random, 8) },
    { check: 'range', max: '2026-06-30' },
    { check: 'length', min: 1, max: below(random, 20) },
    { check: 'pattern', pattern: 'chinese' },
    { check: 'compare', order: 'gte', with: other },
    { check: 'sum', order: 'lte', value: 10, and: [other] },
    { check: 'holds', condition: condition(random, sources, 1) },
  ]);
}

/** mulberry32: even numbers in [0, 1), where fast-check would prefer the ends. */
function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const logicalDefinition = (most = 14, least = 1): fc.Arbitrary<Definition> =>
  fc
    .tuple(fc.integer({ min: least, max: most }), fc.noBias(fc.nat()))
    .map(([size, seed]) => build(randomOf(seed), size));

/** The same sets of answers for the same seed: each question unanswered, or answered as one may. */
export function answerSets(definition: Definition, count: number, seed: number): Record<string, unknown>[] {
  const random = randomOf(seed);
  const wanted = (id: string) => wantedOf(definition, id);
  const samples = definition.questions.map((question) => samplesOf(question, wanted(question.id)));
  return times(count, () =>
    Object.fromEntries(
      definition.questions.flatMap(({ id }, index) => {
        const list = samples[index] ?? [];
        return list.length === 0 || chance(random, 0.2) ? [] : [[id, list[below(random, list.length)]]];
      }),
    ),
  );
}

/** The values that conditions somewhere hold a question against. */
function wantedOf(
  definition: Definition,
  id: string,
): { row?: string | undefined; value: string | number }[] {
  const found: { row?: string | undefined; value: string | number }[] = [];
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('q' in node && node.q === id && 'value' in node)
      for (const value of [node.value].flat())
        if (typeof value === 'string' || typeof value === 'number')
          found.push({ row: 'row' in node ? String(node.row) : undefined, value });
    for (const inner of Object.values(node)) look(inner);
  };
  look(definition);
  return found;
}
