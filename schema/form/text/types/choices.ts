// Types that are chosen from, in texts: the lines under the title are the options.
import type { Option } from '../../../fields/options.ts';
import type { QuestionOf } from '../../../fields/shapes.ts';
import { baseOf, type Draft, takeBody, together } from '../draft.ts';
import { chosenBy, verdict } from '../exam.ts';
import { choicesOf, optionOf, optionsOf } from '../options.ts';
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
  if (right.length === 0 || right.length > 50) return {};
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

/** Options of a choice with what is right among them. */
function choice(draft: Draft, several = false) {
  const { options, right } = optionsOf(draft, takeBody(draft), { exclusive: several });
  const { answer } = draft.exam;
  const named =
    answer &&
    chosenBy(
      answer.raw,
      options.map(({ label }) => label),
    );
  if (named) draft.exam.answer = undefined;
  const all = [...new Set([...right, ...(named ?? []).map((at) => options[at]?.id ?? '')])];
  return { options, ...(draft.marks.flag('shuffle') && { shuffle: true }), ...quizOf(draft, all) };
}

const bounds = (min: number | undefined, max: number | undefined) => [
  ...when(min, (n) => `最少选${n}项`),
  ...when(max, (n) => `最多选${n}项`),
];
const shuffled = (shuffle: boolean | undefined) => when(shuffle, () => '选项随机');

/** Fewest and most, as far as they can be met. */
export function boundsOf({ marks }: Draft, room: number, top = 200): { min?: number; max?: number } {
  marks.flag('several');
  const min = marks.number('least', 1, room);
  const max = marks.number('most', min ?? 1, top) ?? marks.number('quota', min ?? 1, top);
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

export const single: TextType<QuestionOf<'single'>> = {
  listed: true,
  read(draft) {
    // 限选一项 is what a single choice is.
    draft.marks.number('most', 1, 1);
    draft.marks.number('quota', 1, 1);
    draft.marks.number('least', 1, 1);
    return { ...baseOf(draft), type: 'single', ...choice(draft) };
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
    // Each alone leaves nothing to choose together.
    if (own.options.every(({ exclusive }) => exclusive))
      own.options = own.options.map(({ exclusive: _, ...option }) => option);
    const room = own.options.filter(({ exclusive }) => !exclusive).length;
    return { ...baseOf(draft), type: 'multi', ...own, ...boundsOf(draft, room) };
  },
  write: ({ options, quiz, shuffle, min, max }) => [
    {
      marks: [...bounds(min, max), ...quizMarks(quiz), ...shuffled(shuffle)],
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
    const own = choice(draft);
    return {
      ...baseOf(draft),
      type: 'image-choice',
      ...own,
      ...(several && { several }),
      ...boundsOf(draft, Math.min(own.options.length, 50), 50),
    };
  },
  write: ({ options, quiz, shuffle, several, min, max }) => [
    {
      marks: [
        ...when(several, () => '可多选'),
        ...bounds(min, max),
        ...quizMarks(quiz),
        ...shuffled(shuffle),
      ],
      body: [...optionLines(options, quiz?.right), ...quizLines(quiz)],
    },
  ],
};

export const vote: TextType<QuestionOf<'vote'>> = {
  listed: true,
  read: (draft) => ({ ...baseOf(draft), type: 'vote', options: optionsOf(draft, takeBody(draft)).options }),
  write: ({ options }) => [{ marks: [], body: optionLines(options) }],
};

const list = (draft: Draft) => ({
  options: optionsOf(draft, takeBody(draft)).options,
  ...(draft.marks.flag('shuffle') && { shuffle: true }),
});

export const rank: TextType<QuestionOf<'rank'>> = {
  listed: true,
  read(draft) {
    const own = list(draft);
    const room = Math.min(own.options.length, 50);
    const places = draft.marks.number('places', 1, room) ?? draft.marks.number('most', 1, room);
    return { ...baseOf(draft), type: 'rank', ...own, ...(places !== undefined && { places }) };
  },
  write: ({ options, places, shuffle }) => [
    { marks: [...when(places, (n) => `排前${n}位`), ...shuffled(shuffle)], body: optionLines(options) },
  ],
};

export const allocate: TextType<QuestionOf<'allocate'>> = {
  listed: true,
  read(draft) {
    const own = list(draft);
    const total = draft.marks.number('total', 1, 1_000_000);
    const unit = draft.marks.word('unit');
    return {
      ...baseOf(draft),
      type: 'allocate',
      ...own,
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
    const said = choicesOf(draft.body).map((item) => optionOf(item, draft, false));
    // Three answers are no yes or no.
    if (said.length > 2 || said.some(({ option }) => option.label.length > 20)) return single.read(draft);
    takeBody(draft);
    const turned = said.length === 2 && verdict(said[0]?.option.label ?? '') === false;
    const [yes, no] = turned ? [...said].reverse() : said;
    const { answer } = draft.exam;
    const told = answer && judged(answer.raw, yes?.option.label, no?.option.label);
    if (told !== undefined) draft.exam.answer = undefined;
    const right = yes?.right || told === true ? ['yes'] : no?.right || told === false ? ['no'] : [];
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
