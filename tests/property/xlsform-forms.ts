// Forms that an XLSForm can say all of: every type, setting and piece of logic that has its like there.
import * as fc from 'fast-check';
import type { Definition, Question } from '../../schema/form/definition.ts';
import { textsOf } from '../../schema/form/texts.ts';
import type { Condition, Expression, Rule } from '../../schema/logic/shapes.ts';

const letters = '甲乙丙丁戊己庚辛满意不好中东西南北AaBb1234567890，。？！（）/《》“”';
/** Words as people type them: no blanks at the ends, which no form keeps. */
const words = (most: number) =>
  fc
    .array(fc.constantFrom(...letters), { minLength: 1, maxLength: most })
    .map((list) => `${list.join('')}题`);
const maybe = <T>(what: fc.Arbitrary<T>) => fc.option(what, { nil: undefined });
const ids = (prefix: string, least: number, most: number) =>
  fc.uniqueArray(fc.constantFrom(...Array.from('abcdefghjk', (letter) => `${prefix}${letter}`), '1st', '2'), {
    minLength: least,
    maxLength: most,
  });
const named = (prefix: string, least: number, most: number) =>
  ids(prefix, least, most).chain((list) =>
    fc.tuple(...list.map((id) => words(8).map((label) => ({ id, label })))),
  );
/** Settings that are undefined are not there. */
const tidy = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
const ordered = (from: number, to: number) =>
  fc
    .tuple(maybe(fc.integer({ min: from, max: to })), maybe(fc.integer({ min: from, max: to })))
    .map(([a, b]) =>
      a !== undefined && b !== undefined ? { min: Math.min(a, b), max: Math.max(a, b) } : { min: a, max: b },
    );
const day = fc
  .integer({ min: 0, max: 3000 })
  .map((days) => new Date(Date.UTC(2020, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));

const option = fc.record({ text: fc.boolean(), exclusive: fc.boolean() });
const options = (least = 1, marks = true) =>
  named('o', least, 5).chain((list) =>
    fc.tuple(...list.map(() => option)).map((own) =>
      list.map((one, at) => ({
        ...one,
        ...(marks && own[at]?.text && { text: true }),
        ...(marks && own[at]?.exclusive && { exclusive: true }),
      })),
    ),
  );
const plain = (list: { id: string; label: string; text?: boolean }[]) =>
  list.map(({ id, label, text }) => ({ id, label, ...(text && { text }) }));
const isYesNo = (list: { id: string }[]) => list.map(({ id }) => id).join() === 'yes,no';
const shuffle = maybe(fc.constant(true));

const scale = fc.oneof(
  fc.constant({ from: 1, to: 5 }),
  fc.record({
    from: fc.constantFrom(0, 1),
    to: fc.integer({ min: 3, max: 10 }),
    na: maybe(fc.constant(true)),
  }),
  fc.record({ low: words(5), high: words(5) }).map((ends) => ({ from: 1, to: 7, ...ends })),
  fc.tuple(words(3), words(4), words(5)).map((labels) => ({ from: 1, to: 3, labels: [...labels] })),
);

type Own = Record<string, unknown> & { type: Question['type'] };
const usual: fc.Arbitrary<Own> = fc.oneof(
  fc.record({
    type: fc.constant('single' as const),
    options: options()
      .map(plain)
      .filter((list) => !isYesNo(list)),
    shuffle,
  }),
  fc
    .record({ type: fc.constant('multi' as const), options: options(2), shuffle })
    .chain((made) => ordered(1, made.options.length).map((ends) => ({ ...made, ...ends }))),
  fc.record({ type: fc.constant('dropdown' as const), options: named('o', 1, 5), shuffle }),
  fc.oneof(
    fc.constant({ type: 'yes-no' as const }),
    fc.record({ type: fc.constant('yes-no' as const), yes: words(4), no: words(4) }),
  ),
  fc.record({ type: fc.constant('rank' as const), options: named('o', 1, 5), shuffle }),
  fc.record({ type: fc.constant('rating' as const), stars: fc.constantFrom(undefined, 3, 4, 7, 10) }),
  scale.map((settings) => ({ type: 'scale' as const, ...settings })),
  fc
    .tuple(
      fc.integer({ min: -10, max: 10 }),
      fc.integer({ min: 5, max: 50 }),
      maybe(fc.integer({ min: 2, max: 5 })),
    )
    .map(([min, wide, step]) => ({ type: 'slider' as const, min, max: min + wide, step })),
  fc
    .tuple(ordered(-20, 20), maybe(fc.integer({ min: 1, max: 3 })))
    .map(([ends, decimals]) => ({
      type: 'number' as const,
      ...ends,
      min: ends.min === 0 ? undefined : ends.min,
      decimals,
    }))
    // Without an end of its own a number starts at 0.
    .filter(({ min, max }) => min !== undefined || max === undefined || max >= 0),
  fc.record({ type: fc.constant('text' as const), maxLength: maybe(fc.integer({ min: 1, max: 200 })) }),
  fc.record({ type: fc.constant('long-text' as const), maxLength: maybe(fc.integer({ min: 1, max: 2000 })) }),
  fc.uniqueArray(day, { maxLength: 2 }).map(([a, b]) => {
    const [min, max] = a && b ? [a, b].sort() : [a, undefined];
    return { type: 'date' as const, min, max };
  }),
  fc
    .constantFrom(...(['time', 'note', 'signature', 'voice', 'page-break'] as const))
    .map((type) => ({ type })),
  fc.constant({ type: 'photo' as const, most: 1 }),
  fc.constant({ type: 'file' as const, most: 1 }),
  fc.constant({ type: 'location' as const, exact: true }),
  words(40).map((text) => ({ type: 'consent' as const, text, version: 1 })),
  fc.record({
    type: fc.constantFrom('matrix-single' as const, 'matrix-multi' as const),
    rows: named('r', 1, 4),
    columns: named('c', 1, 4),
  }),
  fc
    .tuple(named('r', 1, 4), scale)
    .map(([rows, settings]) => ({ type: 'matrix-scale' as const, rows, ...settings })),
  named('c', 1, 4).chain((columns) =>
    fc.tuple(...columns.map(() => fc.constantFrom('text', 'number', 'date', 'choice'))).chain((kinds) =>
      fc.tuple(...kinds.map(() => named('o', 1, 3))).map((lists) => ({
        type: 'rows' as const,
        columns: columns.map((column, at) => ({
          ...column,
          kind: kinds[at],
          ...(kinds[at] === 'choice' && { options: lists[at] }),
        })),
      })),
    ),
  ),
);

/** Figures and texts more often: most of the logic is about them. */
const own: fc.Arbitrary<Own> = fc.oneof(
  { weight: 2, arbitrary: usual },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Own>(
      { type: 'number' },
      { type: 'text' },
      { type: 'slider', min: 0, max: 9 },
      { type: 'time' },
    ),
  },
);

const asks = ({ type }: Question) => !['note', 'page-break', 'hidden', 'calculated'].includes(type);
const isNumber = ({ type }: Question) => ['number', 'slider', 'rating', 'scale', 'calculated'].includes(type);

/** A leaf about one of these questions. */
function leaf(sources: readonly Question[]): fc.Arbitrary<Condition> | undefined {
  const leaves = sources.flatMap((source): fc.Arbitrary<Condition>[] => {
    const q = source.id;
    const there = fc.constantFrom<Condition>({ q, op: 'answered' }, { q, op: 'unanswered' });
    if (source.type === 'single' || source.type === 'dropdown') {
      const own = source.options.map(({ id }) => id);
      return [
        there,
        fc.constantFrom(...own).map((value) => ({ q, op: 'equals' as const, value })),
        ...(own.length > 1 ? [fc.constant<Condition>({ q, op: 'in', value: own.slice(0, 2) })] : []),
      ];
    }
    if (source.type === 'multi')
      return [
        there,
        fc
          .constantFrom(...source.options.map(({ id }) => id))
          .map((value) => ({ q, op: 'contains' as const, value })),
      ];
    if (source.type === 'yes-no')
      return [
        fc.constantFrom<Condition>({ q, op: 'equals', value: 'yes' }, { q, op: 'equals', value: 'no' }),
      ];
    if (isNumber(source))
      return [
        there,
        fc
          .tuple(
            fc.constantFrom('equals' as const, 'lt' as const, 'lte' as const, 'gt' as const, 'gte' as const),
            fc.integer({ min: -5, max: 9 }),
          )
          .map(([op, value]) => ({ q, op, value })),
      ];
    if (source.type === 'date')
      return [
        there,
        fc
          .tuple(fc.constantFrom('equals' as const, 'lt' as const, 'gte' as const), day)
          .map(([op, value]) => ({ q, op, value })),
      ];
    if (source.type === 'text' || source.type === 'long-text')
      return [there, words(6).map((value) => ({ q, op: 'equals' as const, value }))];
    if (source.type === 'matrix-single') {
      const [row] = source.rows;
      const [column] = source.columns;
      return row && column
        ? [fc.constant<Condition>({ q, row: row.id, op: 'equals', value: column.id })]
        : [];
    }
    return [];
  });
  return leaves.length > 0 ? fc.oneof(...leaves) : undefined;
}

/** Answers that can stand in a figure, and figures of several of them. */
function figure(sources: readonly Question[]): fc.Arbitrary<Expression> | undefined {
  const values = sources.filter(isNumber).map(({ id }): Expression => ({ value: id }));
  const [first, second] = values;
  if (!first || !second) return undefined;
  const one = fc.constantFrom(...values);
  const two = fc.constant<[Expression, Expression]>([first, second]);
  const number = fc.integer({ min: -9, max: 9 }).map((value): Expression => ({ number: value }));
  return fc.oneof(
    fc
      .constantFrom('skip' as const, 'zero' as const, 'null' as const)
      .map((missing) => ({ sum: [first, second], missing })),
    two.map((minus) => ({ minus })),
    fc.tuple(one, number).map((times) => ({ times })),
    two.map((over) => ({ over })),
    fc.constant<Expression>({ most: [first, second], missing: 'null' }),
    fc.tuple(one, one, number).map(
      ([left, yes, no]): Expression => ({
        if: { is: 'gt', left: { sum: [left, first], missing: 'null' }, right: { number: 3 } },
        yes,
        no,
      }),
    ),
  );
}

function condition(sources: readonly Question[]): fc.Arbitrary<Condition> | undefined {
  const one = leaf(sources);
  if (!one) return undefined;
  const sum = figure(sources);
  const isIn = (found: Condition) => 'op' in found && found.op === 'in';
  const plainLeaf = one.map((found): Condition => (isIn(found) ? { not: found } : found));
  // Two of one answer in "any" are an "in" of another writing.
  const apart = fc.tuple(plainLeaf, plainLeaf).map(([a, b]): [Condition, Condition] => {
    const same = 'op' in a && 'op' in b && a.op === 'equals' && b.op === 'equals' && a.q === b.q;
    return [a, same ? { not: b } : b];
  });
  return fc.oneof(
    one,
    fc.tuple(one, one).map((all) => ({ all: [...all] })),
    apart.map((any) => ({ any: [...any] })),
    apart.map(([a, b]) => ({ any: [{ all: [a, b] }, b] })),
    one.map((found): Condition => ('op' in found && found.op === 'unanswered' ? found : { not: found })),
    ...(sum
      ? [
          fc
            .tuple(
              sum.filter((found) => !('value' in found)),
              fc.constantFrom('equals' as const, 'lte' as const, 'gt' as const),
              fc.integer({ min: -9, max: 9 }),
            )
            .map(([left, is, number]): Condition => ({ is, left, right: { number } })),
        ]
      : []),
  );
}

function rules(question: Question, sources: readonly Question[]): fc.Arbitrary<Rule[]> {
  const message = maybe(words(10));
  const others = sources.filter(({ type }) => type === question.type);
  const said = (rule: Rule) =>
    message.map((text): Rule[] => [text === undefined ? rule : { ...rule, message: text }]);
  const list: fc.Arbitrary<Rule[]>[] = [];
  if (question.type === 'text') {
    list.push(
      said({ check: 'pattern', pattern: 'postcode' }),
      said({ check: 'pattern', pattern: 'chinese' }),
    );
    list.push(said({ check: 'length', min: 2, max: 9 }));
  }
  const [other] = others;
  if (other && ['number', 'slider', 'date', 'text'].includes(question.type))
    list.push(
      said({ check: 'compare', order: 'gte', with: other.id }),
      said({ check: 'compare', order: 'differs', with: other.id }),
    );
  if (other && question.type === 'slider')
    list.push(said({ check: 'sum', order: 'equals', and: [other.id], value: 10 }));
  if (question.type === 'slider' || question.type === 'scale')
    list.push(said({ check: 'range', min: 2, max: 4 }));
  const held = condition(sources.filter(({ id }) => id !== question.id));
  if (held && question.type === 'time')
    // Several parts are several checks there.
    list.push(held.filter((one) => !('all' in one)).chain((one) => said({ check: 'holds', condition: one })));
  // A setting and a message are two checks in one there.
  const settings = ['min', 'max', 'maxLength'].some(
    (key) => key in question && Reflect.get(question, key) !== undefined,
  );
  return list.length > 0 && !settings ? fc.oneof(...list) : fc.constant([]);
}

const question = (id: string): fc.Arbitrary<Question> =>
  fc
    .record({ own, title: words(20), hint: maybe(words(20)), required: fc.boolean() })
    .map(({ own, title, hint, required }) => {
      const made = { id, title, ...tidy(own), hint: own.type === 'consent' ? undefined : hint };
      const may = !['note', 'page-break', 'rows'].includes(own.type) && required;
      return tidy({ ...made, ...(may && { required }) }) as Question;
    });

const calculated = (id: string, sources: readonly Question[]): fc.Arbitrary<Question> | undefined => {
  const formula = figure(sources);
  return (
    formula &&
    fc
      .tuple(formula, words(9), maybe(fc.integer({ min: 1, max: 3 })))
      .map(([made, title, decimals]) =>
        tidy({ id, type: 'calculated' as const, title, formula: made, decimals }),
      )
  );
};

/** Questions one after the other, each with logic about those before it. */
const questions = fc.integer({ min: 1, max: 7 }).chain((many) => {
  let list: fc.Arbitrary<Question[]> = fc.constant([]);
  for (let at = 0; at < many; at++)
    list = list.chain((before) => {
      const id = at % 3 === 0 ? `${at}q` : `q${at}`;
      const figureOf = at % 4 === 3 ? calculated(id, before) : undefined;
      const bare = figureOf ?? question(id);
      return bare.chain((one) => {
        const sources = before.filter((source) => asks(source) || source.type === 'calculated');
        const showIf = condition(sources);
        const mayRequire = asks(one) && !one.required && !('rows' in one) && one.type !== 'rows';
        return fc
          .tuple(
            maybe(showIf ?? fc.constant(undefined)),
            maybe((mayRequire && showIf) || fc.constant(undefined)),
            rules(one, sources),
            fc.boolean(),
          )
          .map(([shown, required, checks, checked]) => [
            ...before,
            tidy({
              ...one,
              // A row of a table with a condition of its own.
              ...('rows' in one &&
                shown && { rows: one.rows.map((row, at) => (at === 0 ? { ...row, showIf: shown } : row)) }),
              ...(shown && one.type !== 'calculated' && { showIf: shown }),
              ...(required && { requiredIf: required }),
              ...(checked && checks.length > 0 && { rules: checks }),
            }),
          ]);
      });
    });
  return list;
});

/** English for some of the texts, each other than what it translates. */
const translated = (definition: Definition): fc.Arbitrary<Definition> => {
  const may = textsOf(definition).filter(
    ({ address, key }) => address !== 'title' && !['unit', 'low', 'high'].includes(key),
  );
  return fc.tuple(fc.boolean(), fc.subarray(may)).map(([wanted, some]) => {
    const texts = Object.fromEntries(some.map(({ address, text }) => [address, `E ${text}`.slice(0, 20)]));
    return wanted && some.length > 0 ? { ...definition, translations: { en: texts } } : definition;
  });
};

export const sayableForm: fc.Arbitrary<Definition> = fc
  .record({
    title: words(10),
    intro: maybe(words(30)),
    thanks: maybe(words(30)),
    layout: fc.constantFrom('steps' as const, 'pages' as const),
    questions,
  })
  .map((made) => tidy(made) as Definition)
  .chain(translated);
