// Questions that go by each other: who reads what, what an edit of one does to the others, where a jump may lead.
import { describe, expect, it } from 'vitest';
import { fieldTypes } from '../../schema/fields/registry.ts';
import type { QuestionOf } from '../../schema/fields/shapes.ts';
import { type Definition, definitionShape, type Question } from '../../schema/form/definition.ts';
import { savable } from '../../web/staff/form/blanks.ts';
import { copied, inOrderOf, moved, without } from '../../web/staff/form/edits.ts';
import { referenceWords, turnedWords } from '../../web/staff/form/reference-words.ts';
import { referencesFrom, referencesIn, turned } from '../../web/staff/form/references.ts';
import { carriedAlong, carrying, carrySources } from '../../web/staff/form/settings/carrying.ts';
import { jumpLed, placeWords, targetsOf } from '../../web/staff/form/settings/jumping.ts';
import { freshRule, rulesThatFit, ruleWords } from '../../web/staff/form/settings/rule-kinds.ts';
import { carriable, shufflable, testable } from '../../web/staff/form/types/features.ts';
import { entryOf, makeQuestion } from '../../web/staff/form/types/registry.ts';
import { free, groupAdded, groupRemoved, regrouped, ticked } from '../../web/staff/form/whole/shuffling.ts';
import { form, formOf, inEnglish, lift, likes, name, page, people, wishes } from './builder-form.ts';

const yes = { q: 'lift', op: 'equals', value: 'yes' } as const;
const used: Definition = {
  ...form,
  questions: [
    lift,
    { ...wishes, options: [{ id: 'meal', label: '送餐', showIf: yes }] },
    { ...likes, showIf: yes, requiredIf: yes },
    { ...name, rules: [{ check: 'holds', condition: yes }], jumps: [{ when: yes, to: 'page' }] },
    page,
    { ...people, title: '{{lift}}的家里几口人' },
    { id: 'sum', type: 'calculated', title: '分', formula: { score: 'lift' } },
    {
      id: 'pick',
      type: 'single',
      title: '选',
      carry: { from: 'lift', pick: 'chosen' },
      options: [{ id: 'yes', label: '有' }],
    },
  ],
  thanks: '谢谢{{lift}}',
  endings: [{ id: 'e', title: '不用了', when: yes }],
  quotas: [{ id: 'n', label: '上午', max: 3, when: yes, by: 'people' }],
};

it('every place that goes by a question is named in words', () => {
  expect(referencesFrom(used, ['lift']).map((one) => referenceWords(one, used))).toEqual([
    '第2题：有的选项什么时候列出来',
    '第3题：什么时候出现',
    '第3题：什么时候必填',
    '第4题：检查填得对不对',
    '第4题：什么时候跳走',
    '第5题：文字里写着它的回答',
    '“分”：怎么算',
    '第6题：只列出前面选过的',
    '结尾“不用了”：什么时候到这个结尾',
    '名额“上午”：名额怎么算',
    '结束语：文字里写着它的回答',
  ]);
  expect(referencesFrom(used, ['page']).map(({ way }) => way)).toEqual(['lands']);
  expect(inEnglish(() => referencesFrom(used, ['page']).map((one) => referenceWords(one, used)))).toEqual([
    'question 4: goes here',
  ]);
});

it('what a question says of itself is no reference', () => {
  const own = formOf({ ...lift, jumps: [{ when: yes, to: 'end' }] });
  expect(referencesIn(own).filter(({ of }) => of === 'lift')).toEqual([]);
});

describe('a move', () => {
  it('that puts what is read behind what reads it is said', () => {
    const asks = formOf(lift, { ...likes, showIf: yes });
    const after = moved(asks, ['lift'], 1);
    expect(turned(asks, after).map((one) => turnedWords(one, after))).toEqual([
      '现在第1题要看第2题，可是第2题排在后面了。',
    ]);
    expect(turned(after, moved(after, ['lift'], -1))).toEqual([]);
  });
  it('that puts a page before the question that jumps to it is said', () => {
    const jumps = formOf({ ...lift, jumps: [{ to: 'page' }] }, page, likes);
    const after = moved(jumps, ['page'], -1);
    expect(turned(jumps, after).map(({ way }) => way)).toEqual(['lands']);
  });
  it('that turns nothing around is not spoken of', () => {
    expect(turned(used, moved(used, ['people'], -1))).toEqual([]);
  });
  it('is taken back by order alone', () => {
    const after = moved(used, ['lift'], 1);
    expect(inOrderOf(after, used).questions).toEqual(used.questions);
  });
});

it('those that are deleted together do not hold each other', () => {
  expect(
    referencesFrom(
      used,
      used.questions.map(({ id }) => id),
    ).map(({ by }) => by),
  ).toEqual([{ ending: '不用了' }, { quota: '上午' }, { quota: '上午' }, 'thanks']);
});

describe('a copied question', () => {
  it('goes by its own answer where the first went by its own, and is translated like it', () => {
    const first: Question = {
      ...lift,
      showIf: { q: 'name', op: 'answered' },
      jumps: [{ when: yes, to: 'end' }],
      rules: [{ check: 'holds', condition: { any: [yes, { q: 'name', op: 'answered' }] } }],
    };
    const before = { ...formOf(name, first), translations: { en: { 'q.lift.title': 'A lift?' } } };
    const {
      definition,
      ids: [id],
    } = copied(before, ['lift']);
    const copy = definition.questions.find((one) => one.id === id);
    expect(copy?.jumps).toEqual([{ when: { ...yes, q: id }, to: 'end' }]);
    expect(copy?.rules).toEqual([
      {
        check: 'holds',
        condition: {
          any: [
            { ...yes, q: id },
            { q: 'name', op: 'answered' },
          ],
        },
      },
    ]);
    expect(copy?.showIf).toEqual(first.showIf);
    expect(definition.translations?.en).toEqual({ 'q.lift.title': 'A lift?', [`q.${id}.title`]: 'A lift?' });
    expect(definition.questions.find((one) => one.id === 'lift')).toBe(first);
  });
});

describe('options carried forward', () => {
  const pick = { id: 'pick', type: 'single', title: '最想要', options: [{ id: 'o', label: '' }] } as const;
  const before = formOf(wishes, { ...pick, options: [...pick.options] });
  const target = before.questions[1];
  const source = carrySources(before, 'pick')[0];
  if (target?.type !== 'single' || !source) throw new Error('no question');
  const made = carrying(target, { from: 'wishes', pick: 'chosen' }, source);

  it('are those of the earlier question, under its ids', () => {
    expect('options' in made && made.options).toEqual([
      { id: 'meal', label: '送餐' },
      { id: 'walk', label: '陪诊' },
    ]);
  });
  it('follow what is added, removed and renamed there, and keep what was written here', () => {
    const scored: QuestionOf<'single'> = {
      ...target,
      carry: { from: 'wishes', pick: 'chosen' },
      options: [
        { id: 'meal', label: '送餐', score: 3 },
        { id: 'walk', label: '陪着去医院' },
      ],
    };
    const after: QuestionOf<'multi'> = {
      ...wishes,
      options: [
        { id: 'meal', label: '送饭' },
        { id: 'walk', label: '陪诊' },
        { id: 'talk', label: '聊天' },
      ],
    };
    const next = carriedAlong(formOf(after, scored), wishes, after).questions[1];
    expect(next && 'options' in next && next.options).toEqual([
      { id: 'meal', label: '送饭', score: 3 },
      { id: 'walk', label: '陪着去医院' },
      { id: 'talk', label: '聊天' },
    ]);
    const fewer = { ...wishes, options: [{ id: 'walk', label: '陪诊' }] };
    const left = carriedAlong(formOf(fewer, made), wishes, fewer).questions[1];
    expect(left && 'options' in left && left.options.map(({ id }) => id)).toEqual(['walk']);
  });
  it('are rows of a table as well', () => {
    const table = makeQuestion('matrix-scale', 'table');
    if (!carriable(table)) throw new Error('no table');
    const rows = carrying(table, { from: 'wishes', pick: 'others' }, source);
    expect('rows' in rows && rows.rows.map(({ id }) => id)).toEqual(['meal', 'walk']);
  });
});

describe('a jump', () => {
  const definition: Definition = {
    ...formOf(lift, likes, people, page, wishes),
    endings: [{ id: 'e', title: '不用了' }],
  };
  it('leads to later pages, later questions, endings and the end', () => {
    expect(targetsOf(definition, 'lift').map(({ to, before }) => [to, before])).toEqual([
      ['people', 'people'],
      ['page', undefined],
      ['e', undefined],
      ['end', undefined],
    ]);
  });
  it('to a question begins a page before it', () => {
    const jumping: Question = { ...lift, jumps: [{ when: yes, to: 'end' }] };
    const before = { ...definition, questions: [jumping, ...definition.questions.slice(1)] };
    const target = targetsOf(before, 'lift')[0];
    if (!target) throw new Error('no target');
    const next = jumpLed(before, jumping, 0, target);
    const [made] = next.questions.slice(2);
    expect([made?.type, next.questions[3]?.id]).toEqual(['page-break', 'people']);
    expect(next.questions[0]?.jumps).toEqual([{ when: yes, to: made?.id }]);
    expect(placeWords(made?.id ?? '', next, 'lift')).toBe('“接下来”那一页');
    expect(definitionShape().safeParse(next).success).toBe(true);
  });
  it('says where it leads when that is gone or stands before', () => {
    expect(placeWords('gone', definition, 'lift')).toBe('（已删除的地方）');
    expect(placeWords('page', definition, 'wishes')).toBe('“家里”那一页（在前面，不起作用）');
    expect(inEnglish(() => placeWords('e', definition, 'lift'))).toBe('ending “不用了”');
  });
});

describe('checks of an author’s own', () => {
  it('fit the kind of the answer, and each says what it checks', () => {
    const words = (question: Question) =>
      rulesThatFit(form, question).map((kind) => ruleWords(freshRule(kind, form, question), question, form));
    expect(words(people)).toEqual([
      '要在（还没定）',
      '要小于第3题',
      '各数加起来要等于 100',
      '要符合：回答了',
    ]);
    expect(words(name)).toEqual(['字数（还没定）', '只填数字', '要符合：回答了']);
    expect(inEnglish(() => ruleWords({ check: 'range', min: 1, max: 5 }, people, form))).toBe(
      'must be from 1 to 5',
    );
  });
  it('can be stored as they begin, for every type', () => {
    for (const type of fieldTypes) {
      const question = makeQuestion(type, 'q_1');
      const around = formOf(people, lift, question);
      for (const kind of rulesThatFit(around, question)) {
        const rules = [freshRule(kind, around, question)];
        const draft = savable({ ...around, questions: [people, lift, { ...question, rules }] });
        expect([type, kind, definitionShape().safeParse(draft).success]).toEqual([type, kind, true]);
      }
    }
  });
});

describe('groups in random order', () => {
  const one = groupAdded(form);
  it('begin with the questions of a page, and hold each question once', () => {
    expect(one?.shuffle).toEqual([['lift', 'wishes', 'likes']]);
    const two = one && groupAdded(one);
    expect(two?.shuffle?.[1]).toEqual(['people', 'born', 'name', 'grid']);
    expect(two && free(two)).toEqual([]);
    expect(two && groupAdded(two)).toBeUndefined();
  });
  it('keep two questions, and go when fewer are left', () => {
    if (!one) throw new Error('no group');
    const less = ticked(one, 0, 'likes', false);
    expect(less.shuffle).toEqual([['lift', 'wishes']]);
    expect(ticked(less, 0, 'wishes', false).shuffle).toEqual([['lift', 'wishes']]);
    expect(regrouped(without(less, ['wishes'])).shuffle).toBeUndefined();
    expect(groupRemoved(one, 0).shuffle).toBeUndefined();
  });
});

it('what a type may be told is what its shape takes', () => {
  const takes = (question: Question, more: object) =>
    definitionShape().safeParse(savable({ ...form, questions: [{ ...question, ...more }] })).success;
  for (const type of fieldTypes) {
    const question = makeQuestion(type, 'q_1');
    const right = { right: ['a'], points: 1 };
    expect([type, 'quiz', testable(question)]).toEqual([type, 'quiz', takes(question, { quiz: right })]);
    expect([type, 'shuffle', shufflable(question)]).toEqual([
      type,
      'shuffle',
      takes(question, { shuffle: true }),
    ]);
    const carry = { carry: { from: 'a', pick: 'chosen' } };
    expect([type, 'carry', carriable(question)]).toEqual([type, 'carry', takes(question, carry)]);
  }
});

it('a list of a type’s own may be as long, and its labels, as its shape takes', () => {
  const own = ['columns', 'candidates', 'list', 'known'] as const;
  const held = fieldTypes.map((type) => {
    const question = makeQuestion(type, 'q_1');
    const key = own.find((one) => one in question || (type === 'hidden' && one === 'known'));
    if (!key) return [type, entryOf(question).own];
    const [first = {}]: object[] = Reflect.get(question, key) ?? [];
    const { most = 200, letters = 200 } = entryOf(question).own ?? {};
    const takes = (entries: number, length: number) => {
      const list = Array.from({ length: entries }, (_, at) => ({
        ...first,
        id: `o_${at}`,
        label: '长'.repeat(length),
      }));
      return definitionShape().safeParse(savable(formOf({ ...question, [key]: list }))).success;
    };
    return [type, takes(most, letters), takes(most + 1, 1), takes(1, letters + 1)];
  });
  expect(held).toEqual(
    held.map(([type, takes]) => (takes === undefined ? [type, takes] : [type, true, false, false])),
  );
});
