// What a form cannot hold is told, by its line; and how lines are counted.
import { expect, test } from 'vitest';
import { definitionShape } from '../../schema/form/definition.ts';
import { readText } from '../../schema/form/text/read-text.ts';

const read = (text: string) => {
  const reading = readText(text);
  expect(definitionShape().safeParse(reading.definition).error).toBeUndefined();
  return reading;
};

test('three hundred questions are the most; the lines of the others are told', () => {
  const text = Array.from({ length: 303 }, (_, at) => `${at + 1}. 第几题[单选题]\nA. 甲\nB. 乙`).join('\n');
  const { definition, unplaced } = read(text);
  expect(definition.questions.length).toBe(300);
  expect(unplaced.length).toBe(9);
  expect(unplaced[0]).toEqual({ line: 901, text: '301. 第几题[单选题]' });
});

test('two hundred options are the most', () => {
  const options = Array.from({ length: 205 }, (_, at) => `选项${at}`);
  const { definition, unplaced } = read(`1. 题目[多选题]\n${options.join('\n')}`);
  expect(definition.questions[0]).toMatchObject({ options: { length: 200 } });
  expect(unplaced.map(({ line, text }) => [line, text])).toEqual(
    [200, 201, 202, 203, 204].map((at) => [at + 2, `选项${at}`]),
  );
});

test('a title is cut at five hundred characters, never inside one, and the rest of it told', () => {
  const { definition, unplaced } = read(`1. 甲${'𠮷'.repeat(300)}`);
  expect(definition.questions[0]?.title).toBe(`甲${'𠮷'.repeat(249)}`);
  expect(unplaced).toEqual([{ line: 1, text: '𠮷'.repeat(51) }]);
});

test('what stands in a blank and is too long for its name is told', () => {
  const long = '请写全名'.repeat(15);
  const { definition, unplaced } = read(`1. 户主{姓名}，同住{${long}}`);
  expect(definition.questions[0]).toMatchObject({
    title: '户主____，同住____',
    gaps: [{ label: '姓名' }, { kind: 'text' }],
  });
  expect(unplaced).toEqual([{ line: 1, text: long }]);
});

test('what an introduction cannot hold is told line by line', () => {
  const long = '为'.repeat(900);
  const { definition, unplaced } = read(`表\n${long}\n${long}\n${long}\n1. 甲`);
  expect(definition.intro).toBe(`${long}\n${long}`);
  expect(unplaced).toEqual([{ line: 4, text: long }]);
});

test('lines are counted as a text field counts them, whatever ends them', () => {
  for (const end of ['\n', '\r\n', '\r'])
    expect(read(['表', '', '1. 甲\v2. 乙', '3. 丙[不存在的题型]'].join(end)).unplaced).toEqual([
      { line: 4, text: '[不存在的题型]' },
    ]);
});

test('a setting that does not fit its type is told', () => {
  const { definition, unplaced } = read(
    '1. 甲（限50字）[单选题]\nA. 乙\nB. 丙\n2. 丁（最多选9999项）[多选题]\n戊\n己',
  );
  expect(definition.questions.map(({ type }) => type)).toEqual(['single', 'multi']);
  expect(unplaced.map(({ text }) => text)).toEqual(['（限50字）', '（最多选9999项）']);
});

test('ends that are the wrong way round are told, and not those of a figure that is longer', () => {
  const { definition, unplaced } = read(
    '1. 甲（范围：9~2）[数字题]\n2. 乙（范围：9~10）[数字题]\n3. 丙[日期题]\n2026-12-01~2026-02-01',
  );
  expect(definition.questions).toMatchObject([{ type: 'number' }, { min: 9, max: 10 }, { type: 'date' }]);
  expect(unplaced.map(({ text }) => text)).toEqual(['（范围：9~2）', '2026-12-01~2026-02-01']);
});

test('ids are short, valid and the same every time', () => {
  const options = Array.from({ length: 28 }, (_, at) => `选项${at}`).join('\n');
  const { definition } = read(`1. 题目[单选题]\n${options}\n2. 表[矩阵单选题]\n好 差\n楼道\n电梯`);
  const [first, second] = definition.questions;
  expect([first?.id, second?.id]).toEqual(['q1', 'q2']);
  if (!first || !('options' in first) || !second || !('rows' in second)) throw new Error('read otherwise');
  expect(first.options.map(({ id }) => id).slice(24)).toEqual(['y', 'z', 'o27', 'o28']);
  expect(second.rows.map(({ id }) => id)).toEqual(['r1', 'r2']);
});
