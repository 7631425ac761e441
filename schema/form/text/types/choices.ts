// Types that are chosen from, in texts: the lines under the title are the options.
import { totalOf } from '../../../fields/allocate.ts';
import type { Option } from '../../../fields/options.ts';
import type { QuestionOf } from '../../../fields/shapes.ts';
import { baseOf, type Draft, takeBody, together } from '../draft.ts';
import { chosenBy, verdict } from '../exam.ts';
import {
  choicesOf,
  keepSends,
  type Options,
  type OptionWords,
  optionOf,
  optionsOf,
  withdrawn,
} from '../options.ts';
import { line, type Said, type TextType, when } from './type.ts';

/** Letters before a list, as far as they go. */
export const leadOf = (index: number, length: number) =>
  length > 26 ? '- ' : `${String.fromCharCode(65 + index)}. `;

const optionLines = (options: readonly Option[], right: readonly string[] = []): Said[] => {
  const offered = options.filter(({ retired }) => !retired);
  return offered.map((option, index) =>
    line(
      option.label,
      leadOf(index, offered.length),
      [
        ...when(option.score, (score) => `（${score}分）`),
        ...when(option.quota, (places) => `（限${places}人）`),
        ...when(option.exclusive, () => '（互斥）'),
        ...(right.includes(option.id) ? ['（正确答案）'] : []),
        ...when(option.text, () => '____'),
      ].join(''),
    ),
  );
};

type Quiz = QuestionOf<'single'>['quiz'];

/** Points and reason of a question whose right answers are known. */
function quizOf({ marks, exam, lose }: Draft, right: readonly string[]): { quiz?: Quiz } {
  if (right.length === 0) return {};
  const said = exam.points && /^(\d{1,3}(?:\.\d{1,2})?)\s?分?$/.exec(exam.points.plain)?.[1];
  const beside = marks.number('points', 0, 100, false);
  const below = beside === undefined && said !== undefined && Number(said) <= 100 ? Number(said) : undefined;
  if (below !== undefined) exam.points = undefined;
  const explain = together(exam.explain.splice(0), 500, lose, '；');
  return {
    quiz: {
      right: [...right],
      points: beside ?? below ?? exam.each ?? 1,
      ...(explain !== '' && { explain }),
    },
  };
}

const quizMarks = (quiz: Quiz) => when(quiz, ({ points }) => `${points}分`);
const quizLines = (quiz: Quiz): Said[] => (quiz?.explain === undefined ? [] : [line(quiz.explain, '解析：')]);

/** Most right answers that a test may have to one question. */
const mostRight = 50;

/** The right answers, by marks beside them and by 答案：; none where there are more than one answer can give. */
function rightOf({ options, said }: Options, { exam, lose }: Draft, most: number): string[] {
  const marked = said.filter(({ key }) => key === 'right');
  const named =
    exam.answer &&
    chosenBy(
      exam.answer.raw,
      options.map(({ label }) => label),
    )?.flatMap((at) => options[at]?.id ?? []);
  const right = [...new Set([...marked.map(({ id }) => id), ...(named ?? [])])];
  if (right.length > most) {
    for (const { told } of marked) lose(told);
    return [];
  }
  if (named) exam.answer = undefined;
  return right;
}

/** Options of a choice with what is right among them. */
function choice(draft: Draft, several = false, most = several ? mostRight : 1) {
  const read = optionsOf(draft, takeBody(draft), { exclusive: several });
  const right = rightOf(read, draft, most);
  // Each alone leaves nothing to choose together, and what is right together is chosen together.
  const none = several && read.options.every(({ exclusive }) => exclusive);
  const joint = right.length > 1 ? right : [];
  return {
    options: withdrawn(read, 'exclusive', draft, (id) => none || joint.includes(id)),
    ...(draft.marks.flag('shuffle') && { shuffle: true }),
    ...quizOf(draft, right),
  };
}

export const boundMarks = (min: number | undefined, max: number | undefined) => [
  ...when(min, (n) => `最少选${n}项`),
  ...when(max, (n) => `最多选${n}项`),
];
const shuffled = (shuffle: boolean | undefined) => when(shuffle, () => '选项随机');

/** Fewest and most, as far as they can be met, and by what is right in a test. */
export function boundsOf(
  { marks }: Draft,
  room: number,
  { top = 200, quiz }: { top?: number; quiz?: Quiz } = {},
): { min?: number; max?: number } {
  marks.flag('several');
  const right = quiz?.right.length;
  const min = marks.number('least', 1, Math.min(room, right ?? room));
  const least = Math.max(min ?? 1, right ?? 1);
  const max = marks.number('most', least, top) ?? marks.number('quota', least, top);
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

export const single: TextType<QuestionOf<'single'>> = {
  listed: true,
  read(draft) {
    // 限选一项 is what a single choice is.
    const said = (['most', 'quota'] as const).filter((key) => draft.marks.number(key, 1, 1));
    draft.marks.number('least', 1, 1);
    const own = choice(draft, false, draft.guessed && said.length === 0 ? mostRight : 1);
    const several = (own.quiz?.right.length ?? 0) > 1;
    return { ...baseOf(draft), type: several ? 'multi' : 'single', ...own };
  },
  write: ({ options, quiz, shuffle }) => [
    {
      marks: [...quizMarks(quiz), ...shuffled(shuffle)],
      body: [...optionLines(options, quiz?.right), ...quizLines(quiz)],
    },
  ],
};

export const multi: TextType<QuestionOf<'multi'>> = {
  listed: true,
  read(draft) {
    const own = choice(draft, true);
    const room = own.options.filter(({ exclusive }) => !exclusive).length;
    return { ...baseOf(draft), type: 'multi', ...own, ...boundsOf(draft, room, own) };
  },
  write: ({ options, quiz, shuffle, min, max }) => [
    {
      marks: [...boundMarks(min, max), ...quizMarks(quiz), ...shuffled(shuffle)],
      body: [...optionLines(options, quiz?.right), ...quizLines(quiz)],
    },
  ],
};

export const dropdown: TextType<QuestionOf<'dropdown'>> = {
  listed: true,
  read: (draft) => ({ ...baseOf(draft), type: 'dropdown', ...choice(draft) }),
  write: (question) => single.write({ ...question, type: 'single' }),
};

export const imageChoice: TextType<QuestionOf<'image-choice'>> = {
  listed: true,
  read(draft) {
    const several = draft.marks.flag('several') || (draft.named?.includes('多选') ?? false);
    const own = choice(draft, false, several ? mostRight : 1);
    return {
      ...baseOf(draft),
      type: 'image-choice',
      ...own,
      ...(several && { several }),
      ...boundsOf(draft, Math.min(own.options.length, 50), { ...own, top: 50 }),
    };
  },
  write: ({ options, quiz, shuffle, several, min, max }) => [
    {
      marks: [
        ...when(several, () => '可多选'),
        ...boundMarks(min, max),
        ...quizMarks(quiz),
        ...shuffled(shuffle),
      ],
      body: [...optionLines(options, quiz?.right), ...quizLines(quiz)],
    },
  ],
};

/** A list of which nothing is right or wrong. */
function listOf(draft: Draft): Options {
  const read = optionsOf(draft, takeBody(draft));
  for (const { key, told } of read.said) if (key === 'right') draft.lose(told);
  return read;
}

export const vote: TextType<QuestionOf<'vote'>> = {
  listed: true,
  read: (draft) => ({ ...baseOf(draft), type: 'vote', options: listOf(draft).options }),
  write: ({ options }) => [{ marks: [], body: optionLines(options) }],
};

export const rank: TextType<QuestionOf<'rank'>> = {
  listed: true,
  read(draft) {
    // Everybody ranks every option, so none of them runs out.
    const options = withdrawn(listOf(draft), 'quota', draft);
    const room = Math.min(options.length, 50);
    const places = draft.marks.number('places', 1, room) ?? draft.marks.number('most', 1, room);
    return {
      ...baseOf(draft),
      type: 'rank',
      options,
      ...(draft.marks.flag('shuffle') && { shuffle: true }),
      ...(places !== undefined && { places }),
    };
  },
  write: ({ options, places, shuffle }) => [
    { marks: [...when(places, (n) => `排前${n}位`), ...shuffled(shuffle)], body: optionLines(options) },
  ],
};

export const allocate: TextType<QuestionOf<'allocate'>> = {
  listed: true,
  read(draft) {
    const read = listOf(draft);
    const total = draft.marks.number('total', 1, 1_000_000);
    const unit = draft.marks.word('unit');
    // Places that nobody's sum fits in can be taken by nobody.
    const places = read.options.reduce((sum, { quota = Infinity }) => sum + quota, 0);
    return {
      ...baseOf(draft),
      type: 'allocate',
      options: places < totalOf({ total }) ? withdrawn(read, 'quota', draft) : read.options,
      ...(draft.marks.flag('shuffle') && { shuffle: true }),
      ...(total !== undefined && { total }),
      ...(unit !== undefined && { unit }),
    };
  },
  write: ({ options, total, unit, shuffle }) => [
    {
      marks: [
        ...when(total, (n) => `总和${n}`),
        ...when(unit, (word) => `单位：${word}`),
        ...shuffled(shuffle),
      ],
      body: optionLines(options),
    },
  ],
};

const yesWord = '是';
const noWord = '否';

/** What an answer says of a statement: by the words of the two, or by a word that everybody uses. */
function judged(answer: string, yes: string | undefined, no: string | undefined): boolean | undefined {
  if (answer === no) return false;
  return answer === yes ? true : verdict(answer);
}

export const yesNo: TextType<QuestionOf<'yes-no'>> = {
  read(draft) {
    const items = choicesOf(draft.body);
    const silent = { ...draft, lose: () => {} };
    // Three answers are no yes or no, and long ones are none.
    if (items.length > 2 || items.some((item) => optionOf(item, silent, false).option.label.length > 20))
      return single.read(draft);
    takeBody(draft);
    const read = items.map((item) => optionOf(item, draft, false));
    const turned = read.length === 2 && verdict(read[0]?.option.label ?? '') === false;
    const ids = turned ? ['no', 'yes'] : ['yes', 'no'];
    keepSends(
      draft,
      read.map(({ sends }, index) => ({ id: ids[index] ?? '', sends })),
    );
    const [yes, no] = turned ? [...read].reverse() : read;
    const { answer } = draft.exam;
    const told = answer && judged(answer.raw, yes?.option.label, no?.option.label);
    const isMarked = (one: OptionWords | undefined) => one?.said.some(({ key }) => key === 'right');
    const either = [
      ...(isMarked(yes) || told === true ? ['yes'] : []),
      ...(isMarked(no) || told === false ? ['no'] : []),
    ];
    const right = either.length === 1 ? either : [];
    if (told !== undefined && right.length > 0) draft.exam.answer = undefined;
    for (const one of read.flatMap(({ said }) => said))
      if (one.key !== 'right' || right.length === 0) draft.lose(one.told);
    return {
      ...baseOf(draft),
      type: 'yes-no',
      ...(yes && yes.option.label !== yesWord && { yes: yes.option.label }),
      ...(no && no.option.label !== noWord && { no: no.option.label }),
      ...quizOf(draft, right),
    };
  },
  write({ yes, no, quiz }) {
    const flag = (id: string) => (quiz?.right.includes(id) ? '（正确答案）' : '');
    const worded = yes !== undefined || no !== undefined || quiz !== undefined;
    return [
      {
        marks: quizMarks(quiz),
        body: worded
          ? [
              line(yes ?? yesWord, 'A. ', flag('yes')),
              line(no ?? noWord, 'B. ', flag('no')),
              ...quizLines(quiz),
            ]
          : [],
      },
    ];
  },
};
