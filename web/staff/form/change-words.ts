// What changed between two versions, as sentences.

import { fieldOf } from '../../../schema/fields/registry.ts';
import type { Definition, Question } from '../../../schema/form/definition.ts';
import type { Change, PartList } from '../../../schema/form/diff.ts';
import { dictionary } from '../../ui/words/dictionary.ts';
import { conditionWords } from './logic/condition-words.ts';
import { nameOf, numbersOf, titleOf } from './numbering.ts';
import { tokensOf } from './pipes/tokens.ts';
import { typeWord } from './types/words.ts';

const t = dictionary(
  {
    question: '{name}“{title}”',
    form: '表单',
    added: '新加了{question}',
    removed: '去掉了{question}',
    moved: '{question}换了位置',
    type: '{question}从{from}改成了{to}',
    text: '{where}的{key}从“{from}”改成了“{to}”',
    textNew: '{where}加了{key}“{to}”',
    textGone: '{where}去掉了{key}“{from}”',
    partAdded: '{question}加了{list}“{label}”',
    partRemoved: '{question}去掉了{list}“{label}”',
    partRetired: '{question}停用了{list}“{label}”，以前的计数还在',
    partRestored: '{question}恢复了{list}“{label}”',
    partSet: '{question}改了{list}“{label}”的设置',
    partsMoved: '{question}的{list}换了先后',
    required: '{question}改成必填',
    optional: '{question}改成选填',
    when: '{question}改成只在{words}时显示',
    always: '{question}不再有显示条件',
    set: '{question}改了{key}',
    formSet: '改了{key}',
    title: '标题',
    asked: '题目',
    intro: '开头的话',
    thanks: '结束的话',
    hint: '说明',
    label: '文字',
    message: '提示',
    otherText: '文字',
    options: '选项',
    rows: '行',
    columns: '列',
    nodes: '选项',
    candidates: '候选人',
    gaps: '空格',
    list: '检查项',
    requiredIf: '必填条件',
    rules: '填写规则',
    jumps: '跳转',
    shuffle: '随机顺序',
    carry: '沿用前面的选项',
    quiz: '测验答案',
    formula: '算法',
    range: '范围',
    layout: '翻页方式',
    endings: '结尾',
    quotas: '名额',
    language: '语言',
    translations: '翻译',
    version: '同意书的版本',
    otherSetting: '其他设置',
    nothing: '和上一版一样。',
    changesTitle: '这次改了什么',
    changesFrom: '和第 {n} 版比',
    newerCounts: '题和选项的编号不变，前后各版的计数会加在一起。',
  },
  {
    question: '{name} “{title}”',
    form: 'the form',
    added: 'New: {question}',
    removed: 'Taken out: {question}',
    moved: '{question} moved',
    type: '{question} changed from {from} to {to}',
    text: '{key} of {where}: from “{from}” to “{to}”',
    textNew: '{key} of {where}: “{to}” was added',
    textGone: '{key} of {where}: “{from}” was taken out',
    partAdded: '{question}: new {list} “{label}”',
    partRemoved: '{question}: {list} “{label}” taken out',
    partRetired: '{question}: {list} “{label}” no longer offered; its counts stay',
    partRestored: '{question}: {list} “{label}” offered again',
    partSet: '{question}: settings of {list} “{label}” changed',
    partsMoved: '{question}: {list} in another order',
    required: '{question} must now be answered',
    optional: '{question} may now be left out',
    when: '{question} now shows only if {words}',
    always: '{question} now always shows',
    set: '{question}: {key} changed',
    formSet: '{key} changed',
    title: 'Title',
    asked: 'Wording',
    intro: 'Opening words',
    thanks: 'Closing words',
    hint: 'Hint',
    label: 'Text',
    message: 'Message',
    otherText: 'Text',
    options: 'option',
    rows: 'row',
    columns: 'column',
    nodes: 'option',
    candidates: 'candidate',
    gaps: 'gap',
    list: 'item',
    requiredIf: 'when it is required',
    rules: 'rules',
    jumps: 'jumps',
    shuffle: 'random order',
    carry: 'options carried forward',
    quiz: 'right answers',
    formula: 'formula',
    range: 'range',
    layout: 'Paging',
    endings: 'Endings',
    quotas: 'Places',
    language: 'Language',
    translations: 'Translations',
    version: 'version of the consent',
    otherSetting: 'other settings',
    nothing: 'The same as the version before.',
    changesTitle: 'What changes',
    changesFrom: 'Compared with version {n}',
    newerCounts: 'Questions and options keep their ids: counts of all versions add up.',
  },
);

export { t as changeWord };

const listWords = {
  options: 'options',
  rows: 'rows',
  columns: 'columns',
  nodes: 'nodes',
  candidates: 'candidates',
  gaps: 'gaps',
  list: 'list',
} as const satisfies Record<PartList, string>;

const partSentences = {
  'part-added': 'partAdded',
  'part-removed': 'partRemoved',
  'part-retired': 'partRetired',
  'part-restored': 'partRestored',
  'part-set': 'partSet',
} as const;

const textKeys = {
  title: 'title',
  intro: 'intro',
  thanks: 'thanks',
  hint: 'hint',
  label: 'label',
  message: 'message',
} as const;
const textKey = (key: string, of: Question | undefined) =>
  key === 'title' && of && fieldOf(of).asks
    ? t('asked')
    : t(Object.entries(textKeys).find(([name]) => name === key)?.[1] ?? 'otherText');

const settings = {
  requiredIf: 'requiredIf',
  rules: 'rules',
  jumps: 'jumps',
  shuffle: 'shuffle',
  carry: 'carry',
  quiz: 'quiz',
  formula: 'formula',
  version: 'version',
  min: 'range',
  max: 'range',
  from: 'range',
  to: 'range',
  layout: 'layout',
  endings: 'endings',
  quotas: 'quotas',
  language: 'language',
  translations: 'translations',
} as const;
const settingKey = (key: string) =>
  t(Object.entries(settings).find(([name]) => name === key)?.[1] ?? 'otherSetting');

/** A question by its number and title, in the newer form where it is there. */
function questionWords(id: string, before: Definition, after: Definition): string {
  const form = after.questions.some((one) => one.id === id) ? after : before;
  const question = form.questions.find((one) => one.id === id);
  return question ? t('question', { name: nameOf(question, numbersOf(form)), title: titleOf(question) }) : id;
}

function changeSentence(change: Change, before: Definition, after: Definition): string {
  const named = (id: string) => questionWords(id, before, after);
  switch (change.what) {
    case 'added':
    case 'removed':
    case 'moved':
      return t(change.what, { question: named(change.question) });
    case 'type':
      return t('type', {
        question: named(change.question),
        from: typeWord(change.from),
        to: typeWord(change.to),
      });
    case 'text': {
      const where = change.question ? named(change.question) : t('form');
      const [from, to] = [tokensOf(before).show(change.from), tokensOf(after).show(change.to)];
      const of = after.questions.find((one) => one.id === change.question);
      const said = { where, key: textKey(change.key, of), from, to };
      return t(change.from === '' ? 'textNew' : change.to === '' ? 'textGone' : 'text', said);
    }
    case 'parts-moved':
      return t('partsMoved', { question: named(change.question), list: t(listWords[change.list]) });
    case 'set':
      return settingSentence(change, named(change.question), after);
    case 'form':
      return t('formSet', { key: settingKey(change.key) });
    default:
      return t(partSentences[change.what], {
        question: named(change.question),
        list: t(listWords[change.list]),
        label: tokensOf(after).show(change.label),
      });
  }
}

function settingSentence(
  change: Extract<Change, { what: 'set' }>,
  question: string,
  after: Definition,
): string {
  const is = after.questions.find((one) => one.id === change.question);
  if (change.key === 'required') return t(is?.required ? 'required' : 'optional', { question });
  if (change.key === 'showIf')
    return is?.showIf
      ? t('when', { question, words: conditionWords(is.showIf, after) })
      : t('always', { question });
  return t('set', { question, key: settingKey(change.key) });
}

/** Sentences, each once: two ends of a range are one change to a reader. */
export const changeSentences = (
  changes: readonly Change[],
  before: Definition,
  after: Definition,
): string[] => [...new Set(changes.map((change) => changeSentence(change, before, after)))];
