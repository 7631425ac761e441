// Faults that are put into a form that has none, for the check to find. Each takes any definition, and gives it back with
// one fault in it, or nothing where it has no place for that; so that every shipped form, of now and of later, is tried.
import { fieldOf } from '../../../schema/fields/registry.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import type { Definition, Question } from '../../../schema/form/definition.ts';
import type { FindingCode } from '../../../schema/form/lint.ts';
import { pipesIn } from '../../../schema/logic/pipe.ts';
import type { Expression } from '../../../schema/logic/shapes.ts';

export interface Mutated {
  definition: Definition;
  published?: Definition;
}
export type Mutation = (definition: Definition) => Mutated | undefined;
type Condition = NonNullable<Question['showIf']>;

// Questions of their own, by names that no form has.
const text = (id: string, more: Partial<QuestionOf<'text'>> = {}): Question => ({
  id,
  type: 'text',
  title: `另请补充 ${id}`,
  ...more,
});
const yesNo = (more: Partial<QuestionOf<'yes-no'>> = {}): Question => ({
  id: 'zz_yes',
  type: 'yes-no',
  title: '另外您同意吗',
  ...more,
});
const isYes: Condition = { q: 'zz_yes', op: 'equals', value: 'yes' };
const isNo: Condition = { q: 'zz_yes', op: 'equals', value: 'no' };
const never: Condition = { all: [isYes, isNo] };
const page: Question = { id: 'zz_page', type: 'page-break', title: '另一页' };
const figure = (formula: Expression): Question => ({
  id: 'zz_sum',
  type: 'calculated',
  title: '另外合计',
  formula,
});
const abc = ['zz_a', 'zz_b', 'zz_c'].map((id) => ({ id, label: `另 ${id}` }));
const multi = (id: string, options = abc): QuestionOf<'multi'> => ({
  id,
  type: 'multi',
  title: `另外有哪些 ${id}`,
  options,
});
const amount = (more: Partial<QuestionOf<'number'>> = {}): Question => ({
  id: 'zz_n',
  type: 'number',
  title: '另外有几个',
  min: 1,
  max: 9,
  ...more,
});

const appended = (definition: Definition, ...questions: Question[]): Mutated => ({
  definition: { ...definition, questions: [...definition.questions, ...questions] },
});
const prepended = (definition: Definition, ...questions: Question[]): Definition => ({
  ...definition,
  questions: [...questions, ...definition.questions],
});
const changed = (definition: Definition, question: Question): Definition => ({
  ...definition,
  questions: definition.questions.map((one) => (one.id === question.id ? question : one)),
});
const withQuota = (
  definition: Definition,
  quota: NonNullable<Definition['quotas']>[number],
  ...more: Question[]
) => ({
  definition: { ...appended(definition, ...more).definition, quotas: [...(definition.quotas ?? []), quota] },
});
const withGroups = (definition: Definition, groups: string[][], ...more: Question[]) => ({
  definition: {
    ...appended(definition, ...more).definition,
    shuffle: [...(definition.shuffle ?? []), ...groups],
  },
});

/** Asked, and read, moved or jumped over by nothing else in the form. */
function loose<Q extends Question>(
  definition: Definition,
  fits: (question: Question) => question is Q,
): Q | undefined {
  return definition.questions.filter(fits).find((question) => {
    const rest = JSON.stringify({
      ...definition,
      questions: definition.questions.filter((one) => one !== question),
    });
    const read =
      rest.includes(`"${question.id}"`) || pipesIn(definition).some(({ id }) => id === question.id);
    const bare = !question.showIf && !question.jumps && !question.rules && !question.requiredIf;
    return bare && !read && question.type !== 'consent';
  });
}
const asks = (question: Question): question is Question => fieldOf(question).asks;
const chosen = (
  question: Question,
): question is QuestionOf<'single'> | QuestionOf<'multi'> | QuestionOf<'dropdown'> =>
  (question.type === 'single' || question.type === 'multi' || question.type === 'dropdown') &&
  question.options.length > 2 &&
  !question.quiz &&
  !question.carry &&
  question.options.every(({ quota, showIf, retired }) => quota === undefined && !showIf && !retired);
const scaled = (question: Question): question is QuestionOf<'scale'> | QuestionOf<'matrix-scale'> =>
  (question.type === 'scale' || question.type === 'matrix-scale') && question.labels !== undefined;
const numbered = (question: Question): question is QuestionOf<'number'> => question.type === 'number';
const tabled = (question: Question): question is QuestionOf<'matrix-scale'> | QuestionOf<'matrix-single'> =>
  question.type === 'matrix-scale' || question.type === 'matrix-single';
const noEndings = ({ endings }: Definition) => endings === undefined;

/** A question of one of its own kinds is changed; nothing where it has none. */
const inLoose =
  <Q extends Question>(
    fits: (question: Question) => question is Q,
    change: (question: Q) => Question,
  ): Mutation =>
  (definition) => {
    const question = loose(definition, fits);
    return question && { definition: changed(definition, change(question)) };
  };
/** And what it was is published. */
const inDraft =
  <Q extends Question>(
    fits: (question: Question) => question is Q,
    change: (question: Q) => Question,
  ): Mutation =>
  (definition) => {
    const mutated = inLoose(fits, change)(definition);
    return mutated && { ...mutated, published: definition };
  };
/** What it shows by reads a question that the form has. */
const readingLoose =
  <Q extends Question>(
    fits: (question: Question) => question is Q,
    showIf: (question: Q) => Condition,
  ): Mutation =>
  (definition) => {
    const source = loose(definition, fits);
    return source && appended(definition, text('zz_last', { showIf: showIf(source) }));
  };

export const mutations: readonly (readonly [FindingCode, Mutation])[] = [
  ['no-questions', ({ title, layout }) => ({ definition: { title, layout, questions: [] } })],
  [
    'duplicate-question',
    (definition) => {
      const question = loose(definition, asks);
      return question && appended(definition, text(question.id));
    },
  ],
  [
    'duplicate-option',
    inLoose(chosen, (question) => ({
      ...question,
      options: [...question.options, { id: question.options[0]?.id ?? '', label: '另一个' }],
    })),
  ],
  [
    'duplicate-ending',
    (definition) =>
      noEndings(definition)
        ? {
            definition: {
              ...appended(definition, yesNo()).definition,
              endings: [isYes, isNo].map((when) => ({ id: 'zz_end', title: '谢谢您', when })),
            },
          }
        : undefined,
  ],
  [
    'duplicate-quota',
    (definition) => {
      const quota = { id: 'zz_places', label: '另外的名额', max: 5, when: isYes };
      return withQuota(withQuota(definition, quota).definition, quota, yesNo());
    },
  ],
  [
    'reserved-name',
    (definition) =>
      noEndings(definition)
        ? {
            definition: {
              ...appended(definition, yesNo()).definition,
              endings: [{ id: 'end', title: '谢谢您', when: isYes }],
            },
          }
        : undefined,
  ],
  [
    'too-many-cells',
    (definition) =>
      appended(definition, {
        id: 'zz_list',
        type: 'dropdown',
        title: '另外选一个',
        options: Array.from({ length: 401 }, (_, at) => ({ id: `zz${at}`, label: `另 ${at}` })),
      }),
  ],
  [
    'too-many-minutes',
    (definition) =>
      appended(
        definition,
        ...Array.from(
          { length: 23 },
          (_, at): Question => ({
            id: `zz_${at}`,
            type: 'long-text',
            title: `另请说明 ${at}`,
            required: true,
          }),
        ),
      ),
  ],
  ['page-without-questions', (definition) => appended(definition, page)],
  [
    'param-twice',
    (definition) =>
      appended(
        definition,
        ...['zz_one', 'zz_two'].map(
          (id): Question => ({ id, type: 'hidden', title: `来源 ${id}`, param: 'zz' }),
        ),
      ),
  ],
  [
    'duplicate-title',
    (definition) => {
      const question = definition.questions.find(asks);
      return question && appended(definition, text('zz_last', { title: question.title }));
    },
  ],
  [
    'duplicate-label',
    inLoose(chosen, (question) => ({
      ...question,
      options: question.options
        .map((option) => ({ ...option, label: question.options[0]?.label ?? '' }))
        .slice(0, 3),
    })),
  ],
  ['too-long-for-poster', (definition) => ({ definition: { ...definition, title: '满意度'.repeat(8) } })],
  [
    'too-long-to-read',
    (definition) => {
      const question = definition.questions.find(({ type }) => type !== 'gap-fill');
      return question && { definition: changed(definition, { ...question, title: '问'.repeat(61) }) };
    },
  ],
  [
    'untranslated',
    (definition) => ({ definition: { ...definition, translations: { en: { title: 'Form' } } } }),
  ],
  [
    'wide-on-phone',
    (definition) =>
      appended(definition, {
        id: 'zz_table',
        type: 'matrix-single',
        title: '另外各处怎样',
        rows: abc,
        columns: Array.from({ length: 10 }, (_, at) => ({ id: `c${at}`, label: `列 ${at}` })),
      }),
  ],
  ['pipe-not-filled', (definition) => ({ definition: { ...definition, intro: '您是{{name}}' } })],
  ['pipe-unknown', (definition) => appended(definition, text('zz_last', { hint: '您说过{{zz_gone}}' }))],
  [
    'pipe-asks-nothing',
    (definition) => appended(definition, page, text('zz_last', { hint: '在{{zz_page}}说过' })),
  ],
  [
    'pipe-later',
    (definition) => appended(definition, text('zz_first', { hint: '您说过{{zz_last}}' }), text('zz_last')),
  ],
  [
    'pipe-unanswered',
    (definition) =>
      appended(definition, text('zz_first'), page, text('zz_last', { hint: '您说过{{zz_first}}' })),
  ],
  [
    'condition-source-missing',
    (definition) => appended(definition, text('zz_last', { showIf: { q: 'zz_gone', op: 'answered' } })),
  ],
  ['condition-row', readingLoose(tabled, ({ id }) => ({ q: id, row: 'zz_row', op: 'answered' }))],
  ['condition-operator', readingLoose(chosen, ({ id }) => ({ q: id, op: 'gt', value: 1 }))],
  [
    'condition-value',
    readingLoose(chosen, ({ id, type }) =>
      type === 'multi'
        ? { q: id, op: 'contains', value: 'zz_none' }
        : { q: id, op: 'equals', value: 'zz_none' },
    ),
  ],
  [
    'condition-retired',
    (definition) => {
      const source = loose(definition, chosen);
      const [first, ...options] = source?.options ?? [];
      if (!source || !first || (source.type === 'multi' && (source.min ?? 0) > options.length - 1))
        return undefined;
      const showIf: Condition =
        source.type === 'multi'
          ? { q: source.id, op: 'contains', value: first.id }
          : { q: source.id, op: 'equals', value: first.id };
      const draft = changed(definition, { ...source, options: [{ ...first, retired: true }, ...options] });
      return appended(draft, text('zz_last', { showIf }));
    },
  ],
  [
    'condition-range',
    readingLoose(numbered, ({ id, max = 10_000_000 }) => ({ q: id, op: 'gt', value: max })),
  ],
  [
    'condition-cycle',
    (definition) =>
      appended(
        definition,
        text('zz_first', { showIf: { q: 'zz_last', op: 'answered' } }),
        text('zz_last', { showIf: { q: 'zz_first', op: 'answered' } }),
      ),
  ],
  ['figure-source-missing', (definition) => appended(definition, figure({ value: 'zz_gone' }))],
  ['figure-source-kind', (definition) => appended(definition, text('zz_last'), figure({ value: 'zz_last' }))],
  ['divides-by-zero', (definition) => appended(definition, figure({ over: [{ number: 1 }, { number: 0 }] }))],
  [
    'figure-never',
    (definition) => appended(definition, figure({ times: [{ number: 1e6 }, { number: 1e6 }] })),
  ],
  [
    'reads-later',
    (definition) => {
      const question = loose(definition, asks);
      if (!question || (question.required && fieldOf(question).sensitive)) return undefined;
      const draft = changed(definition, { ...question, showIf: { q: 'zz_last', op: 'answered' } });
      return appended(draft, page, text('zz_last'));
    },
  ],
  [
    'checks-later',
    (definition) =>
      appended(
        definition,
        text('zz_first', { requiredIf: { q: 'zz_last', op: 'answered' } }),
        page,
        text('zz_last'),
      ),
  ],
  [
    'figure-later',
    (definition) =>
      appended(
        definition,
        { id: 'zz_sum', type: 'calculated', title: '另外合计', formula: { value: 'zz_n' }, shown: true },
        text('zz_last'),
        page,
        amount(),
      ),
  ],
  ['jump-nowhere', (definition) => appended(definition, yesNo({ jumps: [{ when: isYes, to: 'zz_gone' }] }))],
  [
    'jump-backwards',
    (definition) => appended(definition, page, yesNo({ jumps: [{ when: isYes, to: 'zz_page' }] })),
  ],
  [
    'jump-never',
    (definition) => appended(definition, yesNo({ jumps: [{ when: never, to: 'end' }] }), text('zz_last')),
  ],
  [
    'jump-reads-later',
    (definition) => appended(definition, text('zz_first', { jumps: [{ when: isYes, to: 'end' }] }), yesNo()),
  ],
  ['never-visible', (definition) => appended(definition, yesNo(), text('zz_last', { showIf: never }))],
  [
    'required-never-shown',
    (definition) => appended(definition, yesNo(), text('zz_last', { showIf: never, required: true })),
  ],
  [
    'always-skipped',
    (definition) =>
      appended(definition, yesNo({ jumps: [{ to: 'zz_page' }] }), text('zz_between'), page, text('zz_last')),
  ],
  [
    'option-never-offered',
    (definition) => {
      const question = loose(definition, chosen);
      const [first, ...options] = question?.options ?? [];
      if (!question || !first) return undefined;
      return {
        definition: changed(prepended(definition, yesNo()), {
          ...question,
          options: [{ ...first, showIf: never }, ...options],
        }),
      };
    },
  ],
  [
    'may-offer-nothing',
    (definition) => {
      const question = loose(definition, chosen);
      if (!question) return undefined;
      const options = question.options.map((option) => ({ ...option, showIf: isYes }));
      return { definition: changed(prepended(definition, yesNo()), { ...question, options }) };
    },
  ],
  [
    'condition-always',
    (definition) =>
      appended(
        definition,
        yesNo(),
        text('zz_last', {
          showIf: {
            any: [
              { q: 'zz_yes', op: 'answered' },
              { q: 'zz_yes', op: 'unanswered' },
            ],
          },
        }),
      ),
  ],
  [
    'required-if-never',
    (definition) => appended(definition, yesNo(), text('zz_last', { showIf: isYes, requiredIf: isNo })),
  ],
  [
    'required-if-always',
    (definition) => appended(definition, yesNo(), text('zz_last', { showIf: isYes, requiredIf: isYes })),
  ],
  [
    'ending-unreachable',
    (definition) => ({
      definition: {
        ...definition,
        endings: [...(definition.endings ?? []), { id: 'zz_end', title: '谢谢您' }],
      },
    }),
  ],
  [
    'rule-source',
    (definition) =>
      appended(
        definition,
        text('zz_last', { rules: [{ check: 'compare', order: 'differs', with: 'zz_gone' }] }),
      ),
  ],
  ['rule-type', (definition) => appended(definition, yesNo({ rules: [{ check: 'length', max: 3 }] }))],
  [
    'rule-impossible',
    inLoose(numbered, (question) => ({
      ...question,
      rules: [{ check: 'range', min: (question.max ?? 10_000_000) + 1 }],
    })),
  ],
  [
    'quota-by',
    (definition) =>
      withQuota(definition, { id: 'zz_places', label: '另外的名额', max: 5, by: 'zz_last' }, text('zz_last')),
  ],
  [
    'quota-impossible',
    (definition) =>
      withQuota(definition, { id: 'zz_places', label: '另外的名额', max: 5, by: 'zz_n' }, amount({ min: 6 })),
  ],
  [
    'quota-never-counts',
    (definition) =>
      withQuota(definition, { id: 'zz_places', label: '另外的名额', max: 5, when: never }, yesNo()),
  ],
  [
    'carry-source',
    (definition) =>
      appended(definition, text('zz_first'), page, {
        ...multi('zz_m'),
        carry: { from: 'zz_first', pick: 'chosen' },
      }),
  ],
  [
    'carry-differs',
    (definition) => {
      const source = loose(definition, chosen);
      if (!source) return undefined;
      const gone = source.options.find(({ exclusive }) => !exclusive);
      const options = source.options.flatMap((option) =>
        option === gone || option.exclusive ? [] : [{ id: option.id, label: option.label }],
      );
      return appended(definition, page, {
        ...multi('zz_m', options),
        carry: { from: source.id, pick: 'chosen' },
      });
    },
  ],
  [
    'shuffle-unknown',
    (definition) =>
      withGroups(definition, [['zz_first', 'zz_last', 'zz_gone']], text('zz_first'), text('zz_last')),
  ],
  [
    'shuffle-twice',
    (definition) =>
      withGroups(
        definition,
        [
          ['zz_first', 'zz_last'],
          ['zz_last', 'zz_more'],
        ],
        text('zz_first'),
        text('zz_last'),
        text('zz_more'),
      ),
  ],
  [
    'shuffle-pages',
    (definition) =>
      withGroups(definition, [['zz_first', 'zz_last']], text('zz_first'), page, text('zz_last')),
  ],
  [
    'shuffle-before-source',
    (definition) =>
      withGroups(definition, [['zz_yes', 'zz_last']], yesNo(), text('zz_last', { showIf: isYes })),
  ],
  [
    'quiz-answer-missing',
    inLoose(chosen, (question) => ({ ...question, quiz: { right: ['zz_none'], points: 1 } })),
  ],
  [
    'quiz-never-right',
    inLoose(
      (question): question is QuestionOf<'single'> => question.type === 'single' && chosen(question),
      (question) => ({
        ...question,
        quiz: { right: question.options.slice(0, 2).map(({ id }) => id), points: 1 },
      }),
    ),
  ],
  [
    'sensitive-without-consent',
    (definition) => ({
      definition: prepended(definition, { id: 'zz_id', type: 'id-number', title: '另外身份证号' }),
    }),
  ],
  [
    'refuses-late',
    (definition) => {
      const questions: Question[] = [
        { id: 'zz_phone', type: 'phone', title: '另外的电话' },
        yesNo({ jumps: [{ when: isNo, to: 'zz_end' }] }),
        text('zz_last'),
      ];
      const endings = [...(definition.endings ?? []), { id: 'zz_end', title: '不用填了', refuses: true }];
      return { definition: { ...appended(definition, ...questions).definition, endings } };
    },
  ],
  [
    'no-options-left',
    inLoose(chosen, (question) => ({
      ...question,
      options: question.options.map((option) => ({ ...option, retired: true })),
    })),
  ],
  ['contradictory-range', inLoose(numbered, (question) => ({ ...question, min: 9, max: 1 }))],
  [
    'labels-do-not-fit',
    inLoose(scaled, (question) => ({
      ...question,
      labels: ['差', '好', '很好'].slice(0, 2 + (question.to === 3 ? 0 : 1)),
    })),
  ],
  [
    'gaps-do-not-fit',
    (definition) =>
      appended(definition, {
        id: 'zz_gaps',
        type: 'gap-fill',
        title: '住____人',
        gaps: abc.map(({ id }) => ({ id, kind: 'number' })),
      }),
  ],
  [
    'list-in-pieces',
    (definition) =>
      appended(definition, {
        id: 'zz_tree',
        type: 'cascade',
        title: '另外在哪里',
        levels: ['区'],
        nodes: [
          { id: 'a', label: '甲' },
          { id: 'b', label: '乙', under: 'gone' },
        ],
      }),
  ],
  [
    'picture-missing',
    (definition) =>
      appended(definition, { id: 'zz_pictures', type: 'image-choice', title: '另外哪一张', options: abc }),
  ],
  [
    'media-missing',
    (definition) => appended(definition, { id: 'zz_video', type: 'video', title: '另外看看' }),
  ],
  [
    'picture-undescribed',
    (definition) =>
      appended(definition, { id: 'zz_picture', type: 'picture', title: '另外看看', image: 'p'.repeat(52) }),
  ],
  ['type-changed', inDraft(chosen, ({ id, title, required }) => text(id, { title, required }))],
  [
    'counting-changed',
    inDraft(scaled, (question) => ({ ...question, labels: undefined, to: question.to === 10 ? 9 : 10 })),
  ],
  [
    'meaning-changed',
    inDraft(chosen, (question) => ({
      ...question,
      options: question.options.map((option, at) => (at === 0 ? { ...option, label: 'zz' } : option)),
    })),
  ],
  [
    'option-removed',
    inDraft(
      (question): question is QuestionOf<'single'> => question.type === 'single' && chosen(question),
      (question) => ({ ...question, options: question.options.slice(1) }),
    ),
  ],
  [
    'part-removed',
    inDraft(
      (question): question is QuestionOf<'matrix-scale'> =>
        question.type === 'matrix-scale' && question.rows.length > 1 && !question.carry,
      (question) => ({ ...question, rows: question.rows.slice(1) }),
    ),
  ],
  [
    'question-removed',
    (definition) => {
      const question = loose(definition, asks);
      const questions = definition.questions.filter((one) => one !== question);
      return (
        question && {
          definition: { ...definition, questions: [...questions, text('zz_last')] },
          published: definition,
        }
      );
    },
  ],
  [
    'consent-not-renewed',
    (definition) => {
      const consent: Question = {
        id: 'zz_agree',
        type: 'consent',
        title: '另一份同意书',
        text: '用于核对。',
        version: 1,
      };
      return {
        definition: appended(definition, { ...consent, text: '用于核对和回访。' }).definition,
        published: appended(definition, consent).definition,
      };
    },
  ],
];
