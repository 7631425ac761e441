// Random forms of all types with all logic, and answers to them: mostly right, sometimes missing, foreign or wrong. Made
// from a number, so that a failure is told by it; fewer questions are tried first when one fails.
import fc from 'fast-check';
import { fieldOf, fieldTypes } from '../../schema/fields/registry.ts';
import type { Definition, Question } from '../../schema/form/definition.ts';
import type { Condition, Ending, Expression, Jump, Rule } from '../../schema/logic/shapes.ts';
import { type TypeSample, typeSamples } from '../unit/type-samples.ts';

/** Numbers in [0, 1) from a seed (mulberry32). */
function numbers(seed: number) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

class Chance {
  private readonly next: () => number;
  constructor(seed: number) {
    this.next = numbers(seed);
  }
  /** true in so many of a hundred cases */
  in100(n: number): boolean {
    return this.next() * 100 < n;
  }
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }
  of<T>(list: readonly [T, ...T[]]): T;
  of<T>(list: readonly T[]): T | undefined;
  of<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.next() * list.length)];
  }
  some<T>(list: readonly T[]): T[] {
    return list.filter(() => this.next() < 0.5);
  }
  words(most = 12): string {
    const letters = ['楼', '栋', '长', 'a', 'Z', '9', ' ', '·', '<', '&', '"', '😀', '𠮷', 'é', '%'];
    return Array.from({ length: this.int(1, most) }, () => this.of(letters)).join('');
  }
}

const list = (chance: Chance, letter: string, most: number) =>
  Array.from({ length: chance.int(1, most) }, (_, at) => ({
    id: `${letter}${at}`,
    label: `${at} ${chance.words()}`,
  }));
const options = (chance: Chance) =>
  list(chance, 'o', 5).map((option) => ({
    ...option,
    ...(chance.in100(15) && { text: true }),
    ...(chance.in100(15) && { exclusive: true }),
    ...(chance.in100(30) && { score: chance.int(-3, 9) }),
    ...(chance.in100(10) && { pinned: true }),
  }));
const points = (chance: Chance) => ({ from: chance.int(0, 1), to: chance.int(2, 10), na: chance.in100(40) });

type Maker = (chance: Chance, base: { id: string; title: string }) => Question;
/** The usual types with settings of their own; the others come from their samples. */
const makers: Partial<Record<Question['type'], Maker>> = {
  single: (chance, base) => {
    const offered = options(chance);
    return {
      ...base,
      type: 'single',
      options: offered,
      ...(chance.in100(20) && { shuffle: true }),
      ...(chance.in100(15) && { quiz: { right: [offered[0]?.id ?? ''], points: 5 } }),
    };
  },
  multi: (chance, base) => {
    const min = chance.int(1, 2);
    const room = Array.from({ length: 4 }, (_, at) => ({ id: `o${at}`, label: `${at} ${chance.words()}` }));
    const more = options(chance).map((option, at) => ({ ...option, id: `p${at}` }));
    return {
      ...base,
      type: 'multi',
      options: [...room, ...more],
      min,
      max: min + chance.int(0, 2),
      ...(chance.in100(20) && { shuffle: true }),
    };
  },
  dropdown: (chance, base) => ({ ...base, type: 'dropdown', options: list(chance, 'o', 5) }),
  scale: (chance, base) => ({ ...base, type: 'scale', ...points(chance) }),
  number: (chance, base) => {
    const min = chance.int(-50, 50);
    return { ...base, type: 'number', min, max: min + chance.int(0, 300), decimals: chance.int(0, 2) };
  },
  text: (chance, base) => ({ ...base, type: 'text', maxLength: chance.int(1, 30) }),
  date: (_, base) => ({ ...base, type: 'date', min: '2020-01-01' }),
  'matrix-single': (chance, base) => ({
    ...base,
    type: 'matrix-single',
    rows: list(chance, 'r', 4),
    columns: list(chance, 'c', 4),
  }),
  'matrix-scale': (chance, base) => ({
    ...base,
    type: 'matrix-scale',
    rows: list(chance, 'r', 4),
    ...points(chance),
  }),
};
const samples: Readonly<Record<string, TypeSample | undefined>> = typeSamples;

function questionOf(type: Question['type'], chance: Chance, id: string): Question {
  const base = { id, title: `题 ${chance.words()}`.trim() };
  const make = makers[type];
  if (make) return make(chance, base);
  const sample = samples[type];
  if (sample) {
    const { required: _, ...question } = sample.question;
    // Blanks stand in the title of a sentence; a value of the link has a name of its own there.
    const title = question.type === 'gap-fill' ? {} : { title: base.title };
    const param = question.type === 'hidden' ? { param: `p_${id}` } : {};
    return { ...question, ...title, ...param, id };
  }
  return { ...base, type } as Question;
}

/** What a condition may say of an answer of this question, by its own word on what it compares with. */
function leafOn(source: Question, chance: Chance): Condition {
  const kind = fieldOf(source).comparable(source);
  const q = source.id;
  const there: Condition = { q, op: chance.in100(70) ? 'answered' : 'unanswered' };
  if (chance.in100(25)) return there;
  if (kind.kind === 'option') {
    const value = chance.of(kind.options) ?? '';
    return chance.in100(50)
      ? { q, op: 'equals', value }
      : { q, op: 'in', value: chance.some(kind.options).concat(value) };
  }
  if (kind.kind === 'options') return { q, op: 'contains', value: chance.of(kind.options) ?? '' };
  const order = chance.of(['lt', 'lte', 'gt', 'gte', 'equals'] as const);
  if (kind.kind === 'number') {
    const [min, max] = [Math.max(kind.min, -60), Math.min(kind.max, 200)];
    return { q, op: order, value: chance.int(min, Math.max(min, max)) };
  }
  if (kind.kind === 'date')
    return { q, op: order, value: chance.of(['2026-02-28', '2024-02-29', '2021-06-01']) };
  if (kind.kind === 'time') return { q, op: order, value: chance.of(['09:00', '12:30', '20:00']) };
  return there;
}

function conditionOn(earlier: readonly Question[], chance: Chance, depth = 0): Condition {
  const source = chance.of(earlier);
  if (!source) throw new Error('a condition needs a source');
  const inner = () => conditionOn(earlier, chance, depth + 1);
  if (depth < 2 && chance.in100(12)) return { not: inner() };
  if (depth < 2 && chance.in100(12)) return { any: [inner(), inner()] };
  if (depth < 2 && chance.in100(10)) return { all: [inner(), inner()] };
  const other = chance.of(earlier);
  if (depth < 2 && other && chance.in100(10))
    return {
      is: chance.of(['equals', 'lt', 'lte', 'gt', 'gte'] as const),
      left: figureOf(earlier, chance, 1),
      right: chance.in100(50) ? { number: chance.int(0, 20) } : figureOf(earlier, chance, 1),
    };
  const alike = earlier.filter((one) => one !== source && one.type === source.type);
  const as = chance.of(alike)?.id;
  if (as && chance.in100(30)) return { q: source.id, op: 'same', as };
  return leafOn(source, chance);
}

function figureOf(earlier: readonly Question[], chance: Chance, depth = 0): Expression {
  const inner = () => figureOf(earlier, chance, depth + 1);
  const missing = chance.of(['skip', 'zero', 'null'] as const);
  const several = () => Array.from({ length: chance.int(1, 3) }, inner);
  if (depth < 3 && chance.in100(70))
    switch (chance.int(0, 10)) {
      case 0:
        return { sum: several(), missing };
      case 1:
        return { average: several(), missing };
      case 2:
        return { least: several(), missing };
      case 3:
        return { most: several(), missing };
      case 4:
        return {
          weighted: several().map((part) => ({ part, weight: chance.int(-2, 5) })),
          missing,
          ...(chance.in100(50) && { mean: true }),
        };
      case 5:
        return { count: [conditionOn(earlier, chance, 2), conditionOn(earlier, chance, 2)] };
      case 6:
        return { if: conditionOn(earlier, chance, 2), yes: inner(), no: inner() };
      case 7:
        return { round: inner(), digits: chance.int(0, 3) };
      case 8:
        return { minus: [inner(), inner()] };
      case 9:
        return { times: [inner(), inner()] };
      default:
        return { over: [inner(), inner()] };
    }
  const source = chance.of(earlier);
  const dated = earlier.filter((one) => fieldOf(one).comparable(one).kind === 'date');
  const day = chance.of(dated);
  if (day && chance.in100(30))
    return {
      between: [{ value: day.id }, { day: chance.of(['opens', '2026-02-28', '2024-02-29']) }],
      unit: chance.of(['days', 'months', 'years'] as const),
    };
  if (!source || chance.in100(25)) return { number: chance.int(-5, 30) };
  const kind = fieldOf(source).comparable(source).kind;
  if (kind === 'number' || kind === 'date' || kind === 'time') return { value: source.id };
  if (kind === 'option' || kind === 'options')
    return chance.in100(50) ? { score: source.id } : { chosen: source.id };
  return { total: source.id };
}

function rulesOn(question: Question, earlier: readonly Question[], chance: Chance): Rule[] {
  const kind = fieldOf(question).comparable(question);
  const own = chance.in100(40) ? { message: `请再看看 ${chance.words()}`.trim() } : {};
  const holds: Rule = { check: 'holds', condition: conditionOn(earlier, chance), ...own };
  const alike = earlier.filter((one) => fieldOf(one).comparable(one).kind === kind.kind);
  const other = chance.of(alike);
  const order = chance.of(['equals', 'differs', 'lt', 'lte', 'gt', 'gte'] as const);
  if (kind.kind === 'number') {
    const [min, max] = [Math.max(kind.min, -60), Math.min(kind.max, 200)];
    const low = chance.int(min, Math.max(min, max));
    if (chance.in100(40)) return [{ check: 'range', min: low, max: Math.max(low, max), ...own }];
    if (chance.in100(40))
      return [{ check: 'sum', order, and: other ? [other.id] : [], value: chance.int(0, 60), ...own }];
  }
  if (kind.kind === 'text') {
    if (chance.in100(40)) return [{ check: 'length', min: chance.int(0, 2), max: chance.int(3, 40), ...own }];
    if (chance.in100(40))
      return [
        { check: 'pattern', pattern: chance.of(['digits', 'letters', 'chinese', 'room'] as const), ...own },
      ];
  }
  if (other && kind.kind !== 'none' && kind.kind !== 'options' && chance.in100(50))
    return [{ check: 'compare', order, with: other.id, ...own }];
  return [holds];
}

/** The answers that may be read of those before; what only structures a page has none. */
const readable = (question: Question) => fieldOf(question).columns(question).length > 0;

/** Everything that may stand on a question beside its type. */
function withLogic(question: Question, earlier: readonly Question[], chance: Chance): Question {
  if (earlier.length === 0) return question;
  const { asks } = fieldOf(question);
  const more: Partial<Question> = {
    ...(chance.in100(25) && { showIf: conditionOn(earlier, chance) }),
    ...(asks && !question.required && chance.in100(15) && { requiredIf: conditionOn(earlier, chance) }),
    ...(asks && chance.in100(20) && { rules: rulesOn(question, earlier, chance) }),
    ...(chance.in100(12) && { title: `${question.title} {{${chance.of(earlier)?.id}|您}}` }),
  };
  const made = { ...question, ...more } as Question;
  const listed = earlier.filter(
    (one): one is Extract<Question, { carry?: unknown; options: unknown }> =>
      'options' in one && one.type === 'multi',
  );
  const from = chance.of(listed);
  if (made.type === 'single' || made.type === 'multi') {
    if (from && chance.in100(30))
      return {
        ...made,
        options: from.options.map(({ id, label }) => ({ id, label })),
        carry: { from: from.id, pick: chance.of(['chosen', 'others'] as const) },
        ...(made.type === 'multi' && { min: 1, max: 1 }),
        ...('quiz' in made && { quiz: undefined }),
      };
    if (chance.in100(20))
      return {
        ...made,
        options: made.options.map((option) =>
          chance.in100(40) ? { ...option, showIf: conditionOn(earlier, chance) } : option,
        ),
      };
  }
  if ((made.type === 'matrix-scale' || made.type === 'matrix-single') && chance.in100(25))
    return {
      ...made,
      rows: made.rows.map((row) =>
        chance.in100(40) ? { ...row, showIf: conditionOn(earlier, chance) } : row,
      ),
    };
  return made;
}

function made(seed: number, size: number): Definition {
  const chance = new Chance(seed);
  const questions: Question[] = [];
  const endings: Ending[] = [];
  if (chance.in100(25)) endings.push({ id: 'early', title: '到这里就好' });
  if (chance.in100(20)) endings.push({ id: 'refused', title: '不用填', refuses: true });
  const types = Array.from({ length: size }, () => chance.of(fieldTypes) ?? 'text');
  // What is sensitive is asked for after a consent of its own.
  if (types.some((type) => fieldOf({ type }).sensitive))
    questions.push({ ...questionOf('consent', chance, 'consent'), required: true });
  types.forEach((type, at) => {
    const id = `q${at}`;
    const earlier = questions.filter(readable);
    const field = fieldOf({ type });
    let question = questionOf(type, chance, id);
    // A file cannot be sent in these tests, so it must not be asked for in earnest.
    if (field.asks && !field.limits && chance.in100(35))
      question = { ...question, required: true } as Question;
    if (question.type === 'calculated')
      question = {
        ...question,
        decimals: chance.int(0, 3),
        formula: earlier.length > 0 ? figureOf(earlier, chance) : { number: chance.int(0, 9) },
      };
    questions.push(withLogic(question, earlier, chance));
  });
  const breaks = questions.flatMap(({ type, id }, at) => (type === 'page-break' ? [{ id, at }] : []));
  const jumping = questions.map((question, at) => {
    if (!fieldOf(question).asks || !chance.in100(10)) return question;
    const targets = [
      ...breaks.filter((one) => one.at > at).map(({ id }) => id),
      ...endings.map(({ id }) => id),
      'end',
    ];
    const jump: Jump = { to: chance.of(targets) ?? 'end', when: conditionOn([question], chance) };
    return { ...question, jumps: [jump] };
  });
  const asked = questions.filter(readable);
  const last =
    asked.length > 0 && chance.in100(15)
      ? [{ id: 'last', title: '谢谢 {{q0|您}}', when: conditionOn(asked, chance) }]
      : [];
  const group = jumping.filter(({ jumps, type }) => !jumps && type !== 'page-break').map(({ id }) => id);
  const ends = [
    ...endings.filter(({ id }) => jumping.some(({ jumps }) => jumps?.some(({ to }) => to === id))),
    ...last,
  ];
  return {
    title: '随机表单',
    layout: chance.in100(50) ? 'pages' : 'steps',
    questions: jumping,
    ...(ends.length > 0 && { endings: ends }),
    ...(breaks.length === 0 && group.length >= 3 && chance.in100(15) && { shuffle: [group.slice(0, 3)] }),
  };
}

/** Any form; whether it may be published, the check before publishing says. */
export const definition: fc.Arbitrary<Definition> = fc
  .tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 2 ** 31 }))
  .map(([size, seed]) => made(seed, size));

/** Answers to a form. */
export const answersTo = (form: Definition): fc.Arbitrary<Record<string, unknown>> =>
  fc.integer({ min: 0, max: 2 ** 31 }).map((seed) => {
    const chance = new Chance(seed);
    return Object.fromEntries(
      form.questions.flatMap((question) => {
        const answer = answerTo(question, chance);
        return answer === undefined ? [] : [[question.id, answer] as const];
      }),
    );
  });

function answerTo(question: Question, chance: Chance): unknown {
  const sample = samples[question.type];
  const field = fieldOf(question);
  if (chance.in100(15)) return undefined;
  if (chance.in100(8))
    return chance.of([
      null,
      '',
      'zz',
      5,
      ['zz'],
      { zz: 1 },
      true,
      [],
      {},
      1e9,
      'q'.repeat(60),
      [[1]],
      '\ud800',
    ] as const);
  if (sample && chance.in100(8)) return chance.of(sample.wrong)?.[0];
  if (field.limits)
    return chance.of(sample?.right.filter(([given]) => !field.files?.(given).length) ?? [])?.[0];
  // Whoever runs the test puts a unit of the campaign here.
  if (question.type === 'unit') return 'a unit';
  return sample ? chance.of(sample.right)?.[0] : fitting(question, chance);
}

/** An answer that its type accepts, mostly. */
function fitting(question: Question, chance: Chance): unknown {
  const chosen = (option: { id: string; text?: boolean | undefined }) =>
    option.text ? { id: option.id, text: chance.words() } : option.id;
  switch (question.type) {
    case 'single':
    case 'dropdown':
      return chosen(chance.of(question.options) ?? { id: 'zz' });
    case 'multi':
      return chance.some(question.options).map(chosen);
    case 'yes-no':
      return chance.of(['yes', 'no']);
    case 'rating':
      return chance.int(1, 5);
    case 'nps':
      return chance.int(0, 10);
    case 'scale':
      return chance.in100(85) ? chance.int(question.from, question.to) : 'na';
    case 'number':
      return chance.int((question.min ?? 0) - 2, (question.max ?? 99) + 2) / chance.of([1, 1, 1, 4]);
    case 'text':
    case 'long-text':
      return chance.words(20);
    case 'date':
      return chance.of(['2026-02-28', '2019-12-31', '2024-02-29', '2026-02-30', '2026-11-05']);
    case 'phone':
      return chance.of(['13800138000', '0714-8712345', '138 0013 8000', '12345', '8712345']);
    case 'matrix-single':
      return Object.fromEntries(
        (chance.in100(60) ? question.rows : chance.some(question.rows)).map(({ id }) => [
          id,
          chance.of(question.columns)?.id,
        ]),
      );
    case 'matrix-scale':
      return Object.fromEntries(
        (chance.in100(60) ? question.rows : chance.some(question.rows)).map(({ id }) => [
          id,
          chance.int(question.from, question.to),
        ]),
      );
    default:
      return undefined;
  }
}
