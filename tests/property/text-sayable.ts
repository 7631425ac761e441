// Forms out of everything that the text format can say, in words that do their best to be read as something else.
import fc from 'fast-check';
import type { Definition, Question } from '../../schema/form/definition.ts';
import { columnId, gapId, nodeId, optionId, questionId, rowId } from '../../schema/form/text/ids.ts';

const plain = [
  '楼道',
  '物业',
  '您',
  '满意',
  '小区',
  '报修',
  '3号楼',
  '20岁以下',
  '3-5年',
  'WiFi',
  '和',
  '吗',
  '，',
  '？',
];
const hostile = [
  '1. ',
  '2、',
  '（3）',
  'Q4 ',
  '第5题 ',
  '一、',
  '第二部分 ',
  'A. ',
  'B、',
  'C ',
  '(D)',
  '① ',
  '□',
  '○',
  '- ',
  '• ',
  '* ',
  '[单选题]',
  '【多选题】',
  '（量表题）',
  '（选填）',
  '（必填）',
  '*',
  '（最多选2项）',
  '（5分）',
  '（正确答案）',
  '（互斥）',
  '____',
  '（____）',
  '{_}',
  '（  ）',
  '其他',
  '其他：',
  '（请注明）',
  '以上都没有',
  '无',
  '1~5',
  '非常不满意~非常满意',
  '行：',
  '列：',
  '- 行',
  '答案：A',
  '解析：',
  '提示：',
  '说明：',
  '结束语：',
  '感谢您的参与！',
  '=== 分页 ===',
  '---',
  '基本信息',
  '【基本信息】',
  '姓名：',
  '\\',
  ' \\',
  '/',
  '、',
  '|',
  '~',
  ' ',
  '  ',
  '。',
  ':',
  '：',
  '(',
  '）',
  '[',
  '】',
  '依赖于第1题',
  '（限20人）',
  '（扣2分）',
  '简介：',
  '低分：',
  '勾选：',
  '参数：from',
  '#',
  '**',
  '>',
  '𠮷',
  '👍',
  'ﬁ',
  '？',
  '您好',
  '（请跳至第5题）',
  '（对）',
  '（ B ）',
  '男/女',
  '不了解',
  '第 2 页',
  '多选',
  '哪些',
  '单位：人',
];

/** What a reader keeps of words: no line breaks, no spaces around. */
const tidy = (words: string, max: number) => {
  const cut = words
    .trim()
    .slice(0, max)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
  return cut === '' || /^[（(]空[）)]$/.test(cut) ? '甲' : cut;
};
const pieces = (from: readonly string[], max: number) =>
  fc.array(fc.constantFrom(...from), { minLength: 1, maxLength: 5 }).map((list) => tidy(list.join(''), max));

/** Words of an author's own. */
const words = (max = 60) =>
  fc.oneof(
    { weight: 2, arbitrary: pieces([...plain, ...hostile], max) },
    { weight: 1, arbitrary: pieces(plain, max) },
  );
/** Words for places where a backslash cannot stand: cells side by side, sentences with blanks. */
const quiet = ['楼道', '照明', '老人', '东街', '姓名', '关系', '二单元', '楼长', '通风', '车库'];
const quietWords = fc
  .uniqueArray(fc.constantFrom(...quiet), { minLength: 1, maxLength: 2 })
  .map((list) => list.join(''));

const list = <T>(item: fc.Arbitrary<T>, most = 6, least = 1) =>
  fc.array(item, { minLength: least, maxLength: most });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const yes = maybe(fc.constant(true as const));
const lines = (max: number) => list(words(40), 3).map((all) => all.join('\n').slice(0, max).trim());

/** Without the keys that have no value, so that two forms can be held against each other. */
const given = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

const option = (exclusive = false) =>
  fc
    .record({
      label: words(),
      text: yes,
      exclusive: exclusive ? yes : fc.constant(undefined),
      score: maybe(fc.integer({ min: -5, max: 10 })),
      quota: maybe(fc.integer({ min: 1, max: 500 })),
    })
    .map(given);
const options = (exclusive = false, most = 30) =>
  list(option(exclusive), most).map((all) =>
    all.map(({ exclusive: alone, ...one }, index) =>
      // Where each is for itself, there is nothing to choose together.
      given({ id: optionId(index), ...one, exclusive: index === 0 ? undefined : alone }),
    ),
  );
/** Options that none runs out of. */
const endless = <O extends { quota?: number | undefined }>(all: readonly O[]) =>
  all.map((one) => given({ ...one, quota: undefined }));
const rows = list(words(), 5).map((all) => all.map((label, index) => ({ id: rowId(index), label })));
const columns = list(words(), 5).map((all) => all.map((label, index) => ({ id: columnId(index), label })));
const quietColumns = list(quietWords, 4).map((all) =>
  all.map((label, index) => ({ id: columnId(index), label })),
);
const choices = list(quietWords, 4).map((all) => all.map((label, index) => ({ id: optionId(index), label })));

const quizOf = (ids: readonly string[]) =>
  fc
    .record({
      right: fc.subarray([...ids], { minLength: 1 }),
      points: fc.integer({ min: 0, max: 100 }),
      explain: maybe(words()),
    })
    .map(given);
interface Choice {
  options: readonly { id: string; exclusive?: true | undefined }[];
  several?: true | undefined;
  min?: number | undefined;
  max?: number | undefined;
}
/** With a quiz whose right answers can be given together, or with none. */
const withQuiz = <O extends Choice>(own: fc.Arbitrary<O>) =>
  own.chain((one) => {
    const ids = one.options.filter(({ exclusive }) => !exclusive).map(({ id }) => id);
    return maybe(quizOf(ids)).map((quiz) => {
      if (!quiz) return { ...one, quiz };
      const right = one.several ? quiz.right : quiz.right.slice(0, 1);
      const { min = 1, max = right.length } = one;
      return {
        ...one,
        min: min > right.length ? undefined : one.min,
        max: max < right.length ? undefined : one.max,
        quiz: { ...quiz, right },
      };
    });
  });

const ends = (low: number, high: number) =>
  fc
    .tuple(maybe(fc.integer({ min: low, max: high })), maybe(fc.integer({ min: low, max: high })))
    .map(([a, b]) =>
      a !== undefined && b !== undefined ? { min: Math.min(a, b), max: Math.max(a, b) } : { min: a, max: b },
    );
const unit = maybe(fc.constantFrom('人', '元', '平方米', '%'));

const scaleWords = fc
  .record({
    from: fc.constantFrom(0, 1),
    to: fc.integer({ min: 2, max: 10 }),
    labels: list(words(20), 11, 11),
    named: fc.constantFrom('each', 'ends', 'none'),
    low: maybe(words(20)),
    high: maybe(words(20)),
    na: yes,
  })
  .map(({ from, to, labels, named, low, high, na }) =>
    given({
      from,
      to,
      labels: named === 'each' ? labels.slice(0, to - from + 1) : undefined,
      low: named === 'ends' ? low : undefined,
      high: named === 'ends' ? high : undefined,
      na,
    }),
  );

const tree = fc
  .record({ levels: list(quietWords, 3), branches: list(fc.tuple(quietWords, list(quietWords, 3)), 4) })
  .map(({ levels, branches }) => {
    const nodes: { id: string; label: string; under?: string | undefined }[] = [];
    const known = new Map<string, string>();
    const add = (label: string, under?: string) => {
      const key = `${under} ${label}`;
      const found = known.get(key);
      if (found) return found;
      const id = nodeId(nodes.length);
      known.set(key, id);
      nodes.push(given({ id, label, under }));
      return id;
    };
    for (const [label, inner] of branches) {
      const id = add(label);
      if (levels.length > 1) for (const one of inner) add(one, id);
    }
    return { levels, nodes };
  });

const sentence = fc
  .record({
    start: quietWords,
    gaps: list(
      fc.record({
        kind: fc.constantFrom('text' as const, 'number' as const),
        label: maybe(quietWords),
        optional: yes,
        after: fc.constantFrom('人', '，', '号', '之后'),
      }),
      5,
    ),
  })
  .map(({ start, gaps }) => ({
    title: `${start}${gaps.map(({ after }) => `____${after}`).join('')}`,
    gaps: gaps.map(({ after: _, ...gap }, index) => given({ id: gapId(index), ...gap })),
  }));

const day = fc.integer({ min: 0, max: 9000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
const between = (end: fc.Arbitrary<string>) =>
  fc.tuple(maybe(end), maybe(end)).map(([a, b]) => {
    const [min, max] = a !== undefined && b !== undefined && a > b ? [b, a] : [a, b];
    return { min, max };
  });

type Own<T extends Question['type']> = Omit<
  Extract<Question, { type: T }>,
  'id' | 'title' | 'hint' | 'required'
> & {
  title?: string;
};

/** The settings of each type, as far as they can be said. */
const settings: { [T in Question['type']]: fc.Arbitrary<Own<T>> } = {
  single: withQuiz(fc.record({ options: options(), shuffle: yes })).map((own) => ({
    type: 'single',
    ...own,
  })),
  multi: withQuiz(
    fc.record({ options: options(true), shuffle: yes, several: fc.constant(true as const) }).chain((own) => {
      const room = Math.max(1, own.options.filter((one) => !one.exclusive).length);
      return ends(1, room).map((bounds) => ({ ...own, ...bounds }));
    }),
  ).map(({ several: _, ...own }) => ({
    type: 'multi',
    ...own,
    min: own.options.some((one) => !one.exclusive) ? own.min : undefined,
  })),
  dropdown: withQuiz(fc.record({ options: options(), shuffle: yes })).map((own) => ({
    type: 'dropdown',
    ...own,
  })),
  'yes-no': fc
    .record({ yes: maybe(words(20)), no: maybe(words(20)), quiz: maybe(quizOf(['yes', 'no'])) })
    .map(({ yes: y, no: n, quiz }) => ({
      type: 'yes-no',
      yes: y === '是' ? undefined : y,
      no: n === '否' ? undefined : n,
      quiz: quiz && { ...quiz, right: quiz.right.slice(0, 1) },
    })),
  'image-choice': withQuiz(
    fc
      .record({ options: options(), shuffle: yes, several: yes })
      .chain((own) => ends(1, Math.min(own.options.length, 50)).map((bounds) => ({ ...own, ...bounds }))),
  ).map((own) => ({ type: 'image-choice', ...own })),
  cascade: tree.map((own) => ({ type: 'cascade', ...own })),
  unit: fc.record({ room: yes }).map((own) => ({ type: 'unit', ...own })),
  vote: options().map((all) => ({ type: 'vote', options: all })),
  candidates: fc
    .record({
      candidates: list(fc.record({ label: words(40), note: maybe(words(60)) }).map(given), 30),
      mode: fc.constantFrom('each' as const, 'choose' as const),
      seats: maybe(fc.integer({ min: 1, max: 50 })),
    })
    .map(({ candidates, seats, ...own }) => ({
      type: 'candidates',
      candidates: candidates.map((one, index) => ({ id: optionId(index), ...one })),
      ...own,
      seats: seats && Math.min(seats, candidates.length),
    })),
  rating: maybe(fc.integer({ min: 3, max: 10 })).map((stars) => ({ type: 'rating', stars })),
  scale: scaleWords.map((own) => ({ type: 'scale', ...own })),
  nps: fc.record({ low: maybe(words(20)), high: maybe(words(20)) }).map((own) => ({ type: 'nps', ...own })),
  slider: fc
    .record({
      min: fc.integer({ min: -1000, max: 1000 }),
      span: fc.integer({ min: 1, max: 1000 }),
      step: yes,
      low: maybe(words(20)),
      high: maybe(words(20)),
      unit,
    })
    .map(({ span, step, ...own }) => ({
      type: 'slider',
      ...own,
      max: own.min + span,
      step: step && Math.max(1, span >> 1),
    })),
  rank: fc.record({ options: options().map(endless), shuffle: yes }).chain((own) =>
    maybe(fc.integer({ min: 1, max: Math.min(own.options.length, 50) })).map((places) => ({
      type: 'rank',
      ...own,
      places,
    })),
  ),
  allocate: fc
    .record({ options: options(), shuffle: yes, total: maybe(fc.integer({ min: 1, max: 9999 })), unit })
    .map(({ options: all, ...own }) => {
      const places = all.reduce((sum, { quota = Infinity }) => sum + quota, 0);
      return { type: 'allocate', options: places < (own.total ?? 100) ? endless(all) : all, ...own };
    }),
  indicator: fc
    .record({
      full: fc.integer({ min: 1, max: 100 }),
      halves: yes,
      levels: maybe(list(fc.record({ label: words(60), from: fc.nat({ max: 100 }) }), 6)),
      reasonBelow: maybe(fc.nat({ max: 100 })),
    })
    .map(({ levels, reasonBelow, ...own }) => ({
      type: 'indicator',
      ...own,
      levels: levels?.map(({ label, from }) => ({ label, from: Math.min(from, own.full) })),
      reasonBelow: reasonBelow === undefined ? undefined : Math.min(reasonBelow, own.full),
    })),
  deductions: fc
    .record({
      list: list(
        fc
          .record({
            label: words(),
            points: fc.integer({ min: 1, max: 40 }).map((n) => n / 2),
            times: maybe(fc.integer({ min: 1, max: 20 })),
          })
          .map(given),
        30,
      ),
      photos: maybe(fc.integer({ min: 1, max: 9 })),
      evidence: yes,
    })
    .map((own) => ({
      type: 'deductions',
      list: own.list.map((one, index) => ({ id: optionId(index), ...one })),
      photos: own.photos,
      evidence: own.photos === undefined ? undefined : own.evidence,
    })),
  number: fc
    .record({ ends: ends(-99, 9999), decimals: maybe(fc.integer({ min: 0, max: 3 })), unit })
    .map(({ ends: range, ...own }) => ({ type: 'number', ...range, ...own })),
  text: maybe(fc.integer({ min: 1, max: 200 })).map((maxLength) => ({ type: 'text', maxLength })),
  'long-text': maybe(fc.integer({ min: 1, max: 2000 })).map((maxLength) => ({
    type: 'long-text',
    maxLength,
  })),
  'gap-fill': sentence.map((own) => ({ type: 'gap-fill', ...own })),
  name: fc.constant({ type: 'name' }),
  phone: fc.constant({ type: 'phone' }),
  email: fc.constant({ type: 'email' }),
  url: fc.constant({ type: 'url' }),
  'id-number': fc.constant({ type: 'id-number' }),
  plate: fc.constant({ type: 'plate' }),
  date: between(day).map((own) => ({ type: 'date', ...own })),
  time: between(clock).map((own) => ({ type: 'time', ...own })),
  'date-range': fc
    .record({ range: between(day), most: maybe(fc.integer({ min: 1, max: 366 })) })
    .map(({ range, most }) => ({ type: 'date-range', ...range, most })),
  consent: fc
    .record({ text: lines(1000), version: fc.integer({ min: 1, max: 99 }), agree: maybe(words(50)) })
    .map((own) => ({ type: 'consent', ...own })),
  photo: fc
    .record({ most: maybe(fc.integer({ min: 1, max: 9 })), camera: yes })
    .map((own) => ({ type: 'photo', ...own })),
  file: maybe(fc.integer({ min: 1, max: 9 })).map((most) => ({ type: 'file', most })),
  signature: fc.constant({ type: 'signature' }),
  voice: maybe(fc.integer({ min: 10, max: 300 })).map((seconds) => ({ type: 'voice', seconds })),
  location: yes.map((exact) => ({ type: 'location', exact })),
  'matrix-single': fc.record({ rows, columns }).map((own) => ({ type: 'matrix-single', ...own })),
  'matrix-multi': fc
    .record({ rows, columns })
    .chain((own) =>
      ends(1, own.columns.length).map((bounds) => ({ type: 'matrix-multi', ...own, ...bounds })),
    ),
  'matrix-scale': fc
    .record({ rows, scale: scaleWords })
    .map(({ rows: all, scale }) => ({ type: 'matrix-scale', rows: all, ...scale })),
  'matrix-number': fc
    .record({ rows, columns, range: ends(0, 999), unit })
    .map(({ range, ...own }) => ({ type: 'matrix-number', ...own, ...range })),
  'matrix-text': fc
    .record({ rows, columns, maxLength: maybe(fc.integer({ min: 1, max: 200 })) })
    .map((own) => ({ type: 'matrix-text', ...own })),
  'matrix-dropdown': fc
    .record({ rows, columns: quietColumns, options: list(choices, 4, 4) })
    .map(({ rows: all, columns: heads, options: lists }) => ({
      type: 'matrix-dropdown',
      rows: all,
      columns: heads.map((column, index) => ({ ...column, options: lists[index] ?? [] })),
    })),
  rows: fc
    .record({
      columns: list(
        fc.record({
          label: quietWords,
          kind: fc.constantFrom(
            'text' as const,
            'number' as const,
            'phone' as const,
            'date' as const,
            'choice' as const,
          ),
          required: yes,
          options: choices,
        }),
        6,
      ),
      range: ends(1, 30),
    })
    .map(({ columns: all, range }) => ({
      type: 'rows',
      columns: all.map(({ options: own, ...column }, index) =>
        given({ id: columnId(index), ...column, options: column.kind === 'choice' ? own : undefined }),
      ),
      ...range,
    })),
  calculated: fc
    .record({ decimals: maybe(fc.integer({ min: 0, max: 3 })), unit, shown: yes })
    .map((own) => ({ type: 'calculated', formula: { number: 0 }, ...own })),
  hidden: fc
    .record({
      param: fc.constantFrom('from', 'meeting_2', 'source'),
      known: maybe(
        fc.uniqueArray(fc.record({ id: fc.constantFrom('poster', 'a', 'group', '2026'), label: words(40) }), {
          minLength: 1,
          maxLength: 4,
          selector: ({ id }) => id,
        }),
      ),
    })
    .map((own) => ({ type: 'hidden', ...own })),
  note: fc.constant({ type: 'note' }),
  divider: fc.constant({ type: 'divider' }),
  picture: fc.constant({ type: 'picture' }),
  video: fc.constant({ type: 'video' }),
  'page-break': fc.constant({ type: 'page-break' }),
};

const unasked: readonly string[] = [
  'calculated',
  'hidden',
  'note',
  'divider',
  'picture',
  'video',
  'page-break',
];

const base = fc.record({ title: words(), hint: maybe(lines(300)), required: yes });

/** A question of any type, or of this one. */
const question = (type?: Question['type']): fc.Arbitrary<Question> => {
  const all = Object.entries(settings).filter(([name]) => type === undefined || name === type);
  return fc.oneof(
    ...all.map(([name, own]) =>
      fc.tuple(base, own).map(
        ([common, rest]) =>
          given({
            id: 'q1',
            ...common,
            required: unasked.includes(name) ? undefined : common.required,
            ...given(rest),
          }) as Question,
      ),
    ),
  );
};

export const form = (type?: Question['type']): fc.Arbitrary<Definition> =>
  fc
    .record({
      title: words(100),
      intro: maybe(lines(600)),
      thanks: maybe(lines(300)),
      questions: fc.array(question(type), { maxLength: 6 }),
    })
    .map(({ questions, ...own }) =>
      given({
        ...own,
        layout: 'steps' as const,
        questions: questions.map((one, index) => ({ ...one, id: questionId(index) })),
      }),
    );
