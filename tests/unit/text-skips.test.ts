// Where a printed questionnaire sends the reader on: what of it becomes a rule, what needs none, and what is told.
import { describe, expect, test } from 'vitest';
import { lint } from '../../schema/form/lint.ts';
import { readText } from '../../schema/form/text/read-text.ts';

/** Question 3 with these lines, two questions before it and five behind. */
const paper = (lines: string, title = '您参加过活动吗？') =>
  `调查\n1. 您的姓名\n2. 您的房号\n3. ${title}\n${lines}\n4. 多久一次？\nA. 天天 B. 每周\n5. 去哪里\n6. 您的建议\n7. 您的年龄\n8. 您的电话`;

/** `不知道→7` for each way on, by the number that it leads to; `end` behind the last one. */
function made(text: string) {
  const { definition, skips, unplaced } = readText(text);
  const errors = lint(definition).filter(({ severity }) => severity === 'error');
  expect(errors).toEqual([]);
  const { questions } = definition;
  return {
    skips: skips.map(({ option, to }) => `${option}→${to === questions.length ? 'end' : to + 1}`),
    hidden: questions.flatMap(({ id, showIf }) => (showIf ? [id] : [])),
    jumps: questions.flatMap(({ jumps = [] }) => jumps),
    told: unplaced.map(({ text: words }) => words),
    questions,
  };
}

test.each([
  ['a bracket', 'A. 参加过\nB. 不知道（跳到第7题）', '不知道'],
  ['square brackets', 'A. 参加过\nB. 不知道【请跳至第7题】', '不知道'],
  ['an arrow', '是\n否→转第7题', '否'],
  ['a drawn arrow and no verb', 'A. 是\nB. 否 ——> 第7题', '否'],
  ['dots', 'A. 是\nB. 否……跳到第7题', '否'],
  ['a comma', 'A. 是\nB. 否，请直接跳到第7题。', '否'],
  ['a gap', 'A. 是    B. 否    跳到第7题', '否'],
  ['boxes on one line', '□是 □否（跳至Q7）', '否'],
  ['a number in words', 'A. 是\nB. 否（跳转到第七题）', '否'],
  ['a line that quotes the label', 'A. 是\nB. 否\n若选“否”，跳至第7题', '否'],
  ['the same after an empty line', 'A. 是\nB. 否\n\n若选“否”，跳至第7题\n', '否'],
  ['a line in brackets', 'A. 是\nB. 否\n（选择“否”的请跳到第7题）', '否'],
  ['a line without quotes', 'A. 是\nB. 否\n如果选否，请转第7题。', '否'],
  ['a line with the letter', 'A. 是\nB. 否\n凡选B的请直接跳到第7题', '否'],
  ['a line that calls itself a note', 'A. 是\nB. 否\n注：选B项者跳答第7题', '否'],
])('%s hides what stands between', (_, lines, option) => {
  const { skips, hidden, jumps, told, questions } = made(paper(lines));
  expect({ skips, hidden, jumps, told }).toEqual({
    skips: [`${option}→7`],
    hidden: ['q4', 'q5', 'q6'],
    jumps: [],
    told: [],
  });
  expect(questions[3]?.showIf).toEqual({ not: { q: 'q3', op: 'equals', value: 'b' } });
  // Nothing of it is left for residents.
  expect(JSON.stringify(questions)).not.toMatch(/跳|转|→/);
});

test('words in the bracket of a title name the option', () => {
  expect(made(paper('A. 是\nB. 否', '您参加过吗？（若选“否”，跳至第6题）[单选题]')).skips).toEqual(['否→6']);
});

test.each([
  ['跳到结束', 'A. 是\nB. 否（跳到结束）'],
  ['结束答题', 'A. 是\nB. 否，结束答题'],
  ['停止访问', 'A. 是\nB. 否→停止访问'],
  ['an arrow to the end', 'A. 是\nB. 否 → 结束'],
  ['a line', 'A. 是\nB. 否\n若选“否”，调查结束。'],
])('%s leads to the end of the form', (_, lines) => {
  const { skips, hidden, jumps, told } = made(paper(lines));
  expect({ skips, hidden, told }).toEqual({ skips: ['否→end'], hidden: [], told: [] });
  expect(jumps).toEqual([{ when: { q: 'q3', op: 'equals', value: 'b' }, to: 'end' }]);
});

test('several options to the end are one jump; an option that only says so is an option', () => {
  expect(made(paper('A. 是\nB. 否（结束答题）\nC. 拒答（终止访问）')).jumps).toEqual([
    { when: { q: 'q3', op: 'in', value: ['b', 'c'] }, to: 'end' },
  ]);
  expect(made(paper('A. 继续\nB. 结束答题')).jumps).toEqual([]);
});

test('the next question needs no rule, and nothing is told', () => {
  const { skips, hidden, told } = made(paper('A. 是（请跳到第4题）\nB. 否（跳到第6题）'));
  expect({ skips, hidden, told }).toEqual({ skips: ['是→4', '否→6'], hidden: ['q4', 'q5'], told: [] });
});

test('several options, and several questions, hide what each of them leads past', () => {
  const text = paper('A. 是\nB. 不清楚（跳到第6题）\nC. 拒答（跳到第8题）').replace(
    'B. 每周',
    'B. 从不（跳到第7题）',
  );
  const { questions, told } = made(text);
  const not = (q: string, value: string) => ({ not: { q, op: 'equals', value } });
  expect(told).toEqual([]);
  expect(questions.slice(3).map(({ showIf }) => showIf)).toEqual([
    { all: [not('q3', 'b'), not('q3', 'c')] },
    { all: [not('q3', 'b'), not('q3', 'c'), not('q4', 'b')] },
    { all: [not('q3', 'c'), not('q4', 'b')] },
    not('q3', 'c'),
    undefined,
  ]);
});

test('a condition that a question has already stays, and both hold', () => {
  const { questions } = made(
    paper('A. 是\nB. 否\nC. 不清楚（跳到第6题）').replace('5. 去哪里', '5. 去哪里\n依赖于第3题第1;2个选项'),
  );
  expect(questions[4]?.showIf).toEqual({
    all: [{ q: 'q3', op: 'in', value: ['a', 'b'] }, { not: { q: 'q3', op: 'equals', value: 'c' } }],
  });
});

test('yes and no are options too, whichever stands first', () => {
  const { questions, told } = made(
    '1. 您是党员吗[判断题]\nA. 否（跳到第4题）\nB. 是\n2. 甲\n3. 乙\n4. 您去过吗[判断题]\n若选“是”，跳至第6题\n5. 丙\n6. 丁',
  );
  expect(told).toEqual([]);
  expect(questions.map(({ showIf }) => showIf)).toEqual([
    undefined,
    { not: { q: 'q1', op: 'equals', value: 'no' } },
    { not: { q: 'q1', op: 'equals', value: 'no' } },
    undefined,
    { not: { q: 'q4', op: 'equals', value: 'yes' } },
    undefined,
  ]);
});

describe('what stands between', () => {
  const hiddenIn = (lines: string) => {
    const { questions, told } = made(`1. 您养狗吗\nA. 养\nB. 不养（跳到第4题）\n${lines}`);
    expect(told).toEqual([]);
    return questions.flatMap(({ title, showIf }) => (showIf ? [title] : []));
  };

  test('a heading goes with its questions, and stays where one of them is asked', () => {
    expect(hiddenIn('一、养狗的人\n2. 甲\n3. 乙\n二、大家\n4. 丙')).toEqual(['一、养狗的人', '甲', '乙']);
    expect(hiddenIn('一、大家\n2. 甲\n3. 乙\n4. 丙')).toEqual(['甲', '乙']);
    expect(hiddenIn('第一部分\n一、养狗的人\n2. 甲\n3. 乙\n二、大家\n4. 丙')).toEqual([
      '一、养狗的人',
      '甲',
      '乙',
    ]);
  });

  test('a page goes whole, and stays where one of its questions is asked', () => {
    expect(hiddenIn('=== 分页：狗 ===\n2. 甲\n3. 乙\n=== 分页：人 ===\n4. 丙')).toEqual(['狗']);
    expect(hiddenIn('2. 甲\n=== 分页：狗和人 ===\n3. 乙\n4. 丙')).toEqual(['甲', '乙']);
  });

  test('words to read go with the questions that they are over', () => {
    expect(hiddenIn('2. 说明以下的事[段落说明]\n3. 乙\n=== 分页 ===\n4. 丙')).toEqual(['说明以下的事', '乙']);
    expect(hiddenIn('2. 甲\n3. 说明以下的事[段落说明]\n4. 丙')).toEqual(['甲']);
  });
});

test.each([
  ['a number that no question has', 'A. 是\nB. 否（跳到第70题）', '跳到第70题'],
  ['a question before', 'A. 是\nB. 否（跳到第2题）', '跳到第2题'],
  ['the question itself', 'A. 是\nB. 否（跳到第3题）', '跳到第3题'],
  ['no option', 'A. 是\nB. 否\n跳到第7题', '跳到第7题'],
  ['an option that is not there', 'A. 是\nB. 否\n若选“其他”，跳至第7题', '若选“其他”，跳至第7题'],
  ['a letter of options without letters', '□是 □否\n若选B，跳至第7题', '若选B，跳至第7题'],
  ['two options', 'A. 是\nB. 否\nC. 不清楚\n若选“否”或“不清楚”，跳至第7题', '若选“否”或“不清楚”，跳至第7题'],
  ['an option that is not chosen', 'A. 是\nB. 否\n若不选“是”，跳至第7题', '若不选“是”，跳至第7题'],
  ['a label that stands twice', 'A. 是\nB. 否\nC. 否\n若选“否”，跳至第7题', '若选“否”，跳至第7题'],
  ['questions to pass over', 'A. 是\nB. 否（跳过第4题）', '跳过第4题'],
  ['a part of the form', 'A. 是\nB. 否（跳到第二部分）', '跳到第二部分'],
  ['two questions', 'A. 是\nB. 否（跳到第7题或第8题）', '跳到第7题或第8题'],
])('%s makes no rule, and is told', (_, lines, words) => {
  const { skips, hidden, jumps, told } = made(paper(lines).replace('\n4.', '\n\n4.'));
  expect({ skips, hidden, jumps, told }).toEqual({ skips: [], hidden: [], jumps: [], told: [words] });
});

test('a number that stands twice names none', () => {
  const { skips, told } = made(paper('A. 是\nB. 否（跳到第7题）').replace('6. 您的建议', '7. 您的建议'));
  expect({ skips, told }).toEqual({ skips: [], told: ['跳到第7题'] });
});

test('only a single choice decides', () => {
  const { skips, told } = made(paper('A. 散步\nB. 跳舞（跳到第7题）', '您参加过什么？（多选）'));
  expect({ skips, told }).toEqual({ skips: [], told: ['跳到第7题'] });
});

test('two ways on from one option are none; said twice, it is one', () => {
  expect(made(paper('A. 是\nB. 否（跳到第6题）\n若选“否”，跳至第7题'))).toMatchObject({
    hidden: [],
    told: ['跳到第6题', '若选“否”，跳至第7题'],
  });
  expect(made(paper('A. 是\nB. 否（跳到第6题）\n若选“否”，跳至第6题'))).toMatchObject({
    hidden: ['q4', 'q5'],
    told: [],
  });
});

test('ways past a question that nobody would be asked then are told', () => {
  expect(made(paper('A. 是（跳到第6题）\nB. 否（跳到第7题）'))).toMatchObject({
    hidden: [],
    told: ['跳到第6题', '跳到第7题'],
  });
  const depends = paper('A. 是\nB. 否（跳到第6题）').replace('5. 去哪里', '5. 去哪里\n依赖于第3题第2个选项');
  expect(made(depends)).toMatchObject({ hidden: ['q5'], told: ['跳到第6题'] });
});

test('more than fit in one condition are told', () => {
  const options = Array.from(
    { length: 25 },
    (_, at) => `${String.fromCharCode(65 + at)}. 项${at}（跳到第6题）`,
  );
  const { skips, told } = made(paper(options.join('\n')));
  expect({ skips, told: told.length }).toEqual({ skips: [], told: 25 });
});

test('behind a backslash words are words', () => {
  expect(made(paper('A. 是\nB. \\否（跳到第7题）'))).toMatchObject({ skips: [], hidden: [], told: [] });
});

test('the words are kept with the rule, and a line of their own is a setting', () => {
  const { skips, fates } = readText(paper('A. 是\nB. 否（跳到第6题）\n若选“是”，跳至第4题'));
  expect(skips).toEqual([
    { line: 6, text: '跳到第6题', question: 2, option: '否', to: 5 },
    { line: 7, text: '若选“是”，跳至第4题', question: 2, option: '是', to: 3 },
  ]);
  expect(fates.slice(4, 7).map(({ fate }) => fate)).toEqual(['option', 'option', 'setting']);
});
