// Definitions and answers for tests: a fixed form with every counted type, and random ones for properties.
import fc from 'fast-check';
import type { Definition } from '../../schema/form/definition.ts';

/** Thirty questions as communities ask them; every basic type occurs. */
export function thirtyQuestions(): Definition {
  const five = ['很不满意', '不满意', '一般', '满意', '很满意'];
  const questions: Definition['questions'] = [];
  for (let index = 0; index < 12; index++)
    questions.push({
      id: `s${index}`,
      type: 'scale',
      title: `第 ${index + 1} 方面，您满意吗？`,
      from: 1,
      to: 5,
      labels: five,
      na: true,
      required: true,
    });
  for (let index = 0; index < 8; index++)
    questions.push({
      id: `c${index}`,
      type: 'single',
      title: `第 ${index + 1} 件事，您怎么看？`,
      required: true,
      options: ['a', 'b', 'c', 'd'].map((id) => ({ id, label: `选项 ${id}` })),
    });
  for (let index = 0; index < 3; index++)
    questions.push({
      id: `m${index}`,
      type: 'multi',
      title: `第 ${index + 1} 组，最想先解决哪些？`,
      max: 3,
      options: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, label: `事项 ${id}` })),
    });
  questions.push(
    { id: 'star', type: 'rating', title: '请给楼栋长打分', required: true },
    { id: 'nps', type: 'nps', title: '您愿意劝亲友搬来住吗？' },
    { id: 'yes', type: 'yes-no', title: '您认识本楼的楼栋长吗？', required: true },
    { id: 'people', type: 'number', title: '家里常住几口人？', min: 1, max: 20 },
    {
      id: 'area',
      type: 'dropdown',
      title: '您住在哪一片？',
      options: ['n', 's', 'w'].map((id) => ({ id, label: `${id} 片` })),
    },
    {
      id: 'grid',
      type: 'matrix-scale',
      title: '下面几方面，您满意吗？',
      from: 1,
      to: 5,
      labels: five,
      rows: ['r1', 'r2', 'r3', 'r4'].map((id) => ({ id, label: `方面 ${id}` })),
    },
    { id: 'more', type: 'long-text', title: '还有什么想说的？' },
  );
  return { title: '三十题满意度调查', layout: 'steps', questions };
}

/** Answers that every version of {@link thirtyQuestions} accepts, by a whole number as seed. */
export function thirtyAnswers(seed: number): Record<string, unknown> {
  let state = (seed * 2654435761 + 1013904223) >>> 0;
  const pick = (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * n);
  };
  const answers: Record<string, unknown> = {};
  for (let index = 0; index < 12; index++) answers[`s${index}`] = pick(12) === 0 ? 'na' : 1 + pick(5);
  for (let index = 0; index < 8; index++) answers[`c${index}`] = 'abcd'.charAt(pick(4));
  for (let index = 0; index < 3; index++)
    if (pick(3) > 0) answers[`m${index}`] = ['abc', 'bd', 'f', 'ae'][pick(4)]?.split('');
  answers.star = 1 + pick(5);
  if (pick(2)) answers.nps = pick(11);
  answers.yes = pick(2) ? 'yes' : 'no';
  if (pick(2)) answers.people = 1 + pick(6);
  if (pick(2)) answers.area = 'nsw'.charAt(pick(3));
  if (pick(2)) answers.grid = { r1: 1 + pick(5), r3: 1 + pick(5) };
  if (pick(4) === 0) answers.more = `意见 ${seed}`;
  return answers;
}

const id = (prefix: string) => fc.integer({ min: 0, max: 999 }).map((n) => `${prefix}${n}`);
const title = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).map((text) => `题 ${text.trim()}`);
const options = fc.uniqueArray(
  fc.record({ id: id('o'), label: title, text: fc.boolean(), exclusive: fc.boolean() }),
  {
    minLength: 1,
    maxLength: 5,
    selector: (option) => option.id,
  },
);
const rows = fc.uniqueArray(fc.record({ id: id('r'), label: title }), {
  minLength: 1,
  maxLength: 4,
  selector: (row) => row.id,
});

type Question = Definition['questions'][number];
const bare = fc.record({ title, required: fc.boolean() });
const scale = fc.record({
  from: fc.integer({ min: 0, max: 1 }),
  to: fc.integer({ min: 2, max: 10 }),
  na: fc.boolean(),
});
/** A question of any type, without its id and condition. */
const question: fc.Arbitrary<Question> = fc.oneof(
  fc.tuple(bare, options).map(([base, options]): Question => ({ id: 'x', type: 'single', ...base, options })),
  fc.tuple(bare, options, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 4 })).map(
    ([base, options, min, more]): Question => ({
      id: 'x',
      type: 'multi',
      ...base,
      options,
      min,
      max: min + more,
    }),
  ),
  fc
    .tuple(bare, options)
    .map(([base, options]): Question => ({ id: 'x', type: 'dropdown', ...base, options })),
  bare.map((base): Question => ({ id: 'x', type: 'yes-no', ...base })),
  bare.map((base): Question => ({ id: 'x', type: 'rating', ...base })),
  fc.tuple(bare, scale).map(([base, scale]): Question => ({ id: 'x', type: 'scale', ...base, ...scale })),
  bare.map((base): Question => ({ id: 'x', type: 'nps', ...base })),
  fc
    .tuple(
      bare,
      fc.integer({ min: -50, max: 50 }),
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 0, max: 2 }),
    )
    .map(
      ([base, min, span, decimals]): Question => ({
        id: 'x',
        type: 'number',
        ...base,
        min,
        max: min + span,
        decimals,
      }),
    ),
  fc
    .tuple(bare, fc.integer({ min: 1, max: 30 }))
    .map(([base, maxLength]): Question => ({ id: 'x', type: 'text', ...base, maxLength })),
  bare.map((base): Question => ({ id: 'x', type: 'long-text', ...base })),
  bare.map((base): Question => ({ id: 'x', type: 'date', ...base, min: '2020-01-01' })),
  bare.map((base): Question => ({ id: 'x', type: 'phone', ...base })),
  fc
    .tuple(bare, rows, rows)
    .map(([base, rows, columns]): Question => ({ id: 'x', type: 'matrix-single', ...base, rows, columns })),
  fc
    .tuple(bare, scale, rows)
    .map(([base, scale, rows]): Question => ({ id: 'x', type: 'matrix-scale', ...base, ...scale, rows })),
  bare.map((base): Question => ({ id: 'x', type: 'note', title: base.title })),
  bare.map((base): Question => ({ id: 'x', type: 'page-break', title: base.title })),
);

type Condition = NonNullable<Question['showIf']>;

/** Conditions over earlier questions only, so that there are no cycles; values that sometimes fit and sometimes not. */
function conditionOn(earlier: readonly Question[], random: () => number): Condition {
  const source = earlier[Math.floor(random() * earlier.length)];
  if (!source) return { q: 'q0', op: 'answered' };
  const choices =
    'options' in source
      ? source.options.map((option) => option.id)
      : source.type === 'yes-no'
        ? ['yes', 'no']
        : [];
  const value = choices[Math.floor(random() * choices.length)] ?? '';
  const leaf: Condition[] = [
    { q: source.id, op: 'answered' },
    { q: source.id, op: 'unanswered' },
    ...(choices.length > 0
      ? ([
          source.type === 'multi'
            ? { q: source.id, op: 'contains', value }
            : { q: source.id, op: 'in', value: [value, 'zz'] },
        ] satisfies Condition[])
      : []),
    ...(['rating', 'scale', 'nps', 'number'].includes(source.type)
      ? ([{ q: source.id, op: 'gte', value: Math.floor(random() * 8) }] satisfies Condition[])
      : []),
  ];
  const picked = leaf[Math.floor(random() * leaf.length)] ?? { q: source.id, op: 'answered' };
  const shape = random();
  if (shape < 0.15) return { not: picked };
  if (shape < 0.3) return { any: [picked, conditionOn(earlier, random)] };
  if (shape < 0.4) return { all: [picked, conditionOn(earlier, random)] };
  return picked;
}

/** Any definition that may be published: unique ids, conditions on earlier questions. */
export const definition: fc.Arbitrary<Definition> = fc
  .tuple(
    fc.array(question, { minLength: 1, maxLength: 8 }),
    fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
  )
  .map(([questions, stream]) => {
    const random = () => stream.next().value ?? 0;
    const made: Question[] = [];
    questions.forEach((one, index) => {
      const asking = made.filter((earlier) => earlier.type !== 'note' && earlier.type !== 'page-break');
      const conditional = asking.length > 0 && random() < 0.4;
      made.push({ ...one, id: `q${index}`, ...(conditional ? { showIf: conditionOn(asking, random) } : {}) });
    });
    return { title: '随机表单', layout: 'pages' as const, questions: made };
  });

/** Answers to a definition: mostly of the right shape, sometimes missing, foreign or wrong. */
export function answersTo({ questions }: Definition): fc.Arbitrary<Record<string, unknown>> {
  const one = (asked: Question): fc.Arbitrary<unknown> => {
    const wild = fc.oneof(
      fc.constant(undefined),
      fc.constant(null),
      fc.string({ maxLength: 40 }),
      fc.integer(),
      fc.constant(['zz']),
      fc.constant({ zz: 1 }),
    );
    return fc.oneof(
      { weight: 6, arbitrary: fitting(asked) },
      { weight: 2, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: wild },
    );
  };
  return fc
    .tuple(...questions.map(one))
    .map((values) =>
      Object.fromEntries(
        questions.flatMap((asked, index) => (values[index] === undefined ? [] : [[asked.id, values[index]]])),
      ),
    );
}

function fitting(asked: Question): fc.Arbitrary<unknown> {
  switch (asked.type) {
    case 'single':
      return fc
        .constantFrom(...asked.options)
        .map((option) => (option.text ? { id: option.id, text: '其他的话' } : option.id));
    case 'multi':
      return fc
        .subarray(asked.options, { minLength: 1 })
        .map((picked) => picked.map((option) => (option.text ? { id: option.id, text: '别的' } : option.id)));
    case 'dropdown':
      return fc.constantFrom(...asked.options).map((option) => option.id);
    case 'yes-no':
      return fc.constantFrom('yes', 'no');
    case 'rating':
      return fc.integer({ min: 1, max: 5 });
    case 'nps':
      return fc.integer({ min: 0, max: 10 });
    case 'scale':
      return fc.oneof(fc.integer({ min: asked.from, max: asked.to }), fc.constant('na'));
    case 'number':
      return fc.oneof(
        fc.integer({ min: asked.min ?? 0, max: asked.max ?? 99 }),
        fc.double({ min: -60, max: 60, noNaN: true }).map((x) => Math.round(x * 100) / 100),
      );
    case 'text':
    case 'long-text':
      return fc.string({ minLength: 1, maxLength: 35, unit: 'grapheme' });
    case 'date':
      return fc.oneof(
        fc.constantFrom('2026-02-28', '2019-12-31', '2024-02-29', '2026-02-30'),
        fc
          .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
          .map((date) => date.toISOString().slice(0, 10)),
      );
    case 'phone':
      return fc.constantFrom('13800138000', '0714-8712345', '138 0013 8000', '12345', '8712345');
    case 'matrix-single':
      return fc
        .subarray(asked.rows)
        .chain((picked) =>
          fc.tuple(
            ...picked.map((row) =>
              fc.constantFrom(...asked.columns).map((column) => [row.id, column.id] as const),
            ),
          ),
        )
        .map((cells) => Object.fromEntries(cells));
    case 'matrix-scale':
      return fc
        .subarray(asked.rows)
        .chain((picked) =>
          fc.tuple(
            ...picked.map((row) =>
              fc.integer({ min: asked.from, max: asked.to }).map((point) => [row.id, point] as const),
            ),
          ),
        )
        .map((cells) => Object.fromEntries(cells));
    default:
      return fc.constant(undefined);
  }
}
