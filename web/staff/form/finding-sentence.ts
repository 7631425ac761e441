// A finding as a sentence about this form: its questions by number and title, its place by name.
import type { Question } from '../../../schema/fields/shapes.ts';
import type { Definition } from '../../../schema/form/definition.ts';
import { partLists } from '../../../schema/form/lint/places.ts';
import type { Fix } from '../../../schema/form/lint.ts';
import { pipeMark } from '../../../schema/logic/pipe.ts';
import { isTongue, tongues } from '../../../schema/words/tongues.ts';
import { c } from './check-words.ts';
import { type Code, findingWord, type Sentence } from './finding-words.ts';
import type { Found } from './findings-of.ts';
import { nameOf, numbersOf, titleOf } from './numbering.ts';

/** Longer titles are cut in the middle of a sentence. */
const titleMost = 18;
const namedMost = 3;

/** An earlier answer in a title is no more than its place. */
function short(text: string): string {
  const plain = text.replace(pipeMark, '〔…〕');
  return plain.length > titleMost ? `${plain.slice(0, titleMost)}…` : plain;
}

export function questionName(question: Question, definition: Definition): string {
  return c('named', { name: nameOf(question, numbersOf(definition)), title: short(titleOf(question)) });
}

/** The questions of these ids, by name; of many the first few. */
function names(ids: readonly string[], definition: Definition): string {
  const known = definition.questions.filter(({ id }) => ids.includes(id));
  const ordered = ids.flatMap((id) => known.find((question) => question.id === id) ?? []);
  const first = ordered.slice(0, namedMost).map((question) => questionName(question, definition));
  const said = first.join(c('and'));
  return ordered.length > namedMost ? c('andSo', { names: said, n: ordered.length }) : said;
}

const questionAt = (at: string, definition: Definition): Question | undefined => {
  const [root, id] = at.split('.');
  return root === 'q' ? definition.questions.find((question) => question.id === id) : undefined;
};

/** What stands at an address, as it is called: `第 3 题“…”里“有电梯”的出现条件`. */
function placeName(at: string, definition: Definition): string {
  const question = questionAt(at, definition);
  const [root = '', id = '', ...rest] = at.split('.');
  const condition = rest.includes('when');
  if (!question) {
    const ending = definition.endings?.find((one) => one.id === id);
    const quota = definition.quotas?.find((one) => one.id === id);
    if (root === 'endings')
      return c(condition ? 'endingConditionOf' : 'endingOf', { part: ending?.title ?? id });
    if (root === 'quotas') return c(condition ? 'quotaConditionOf' : 'quotaOf', { part: quota?.label ?? id });
    return c(root === 'intro' ? 'formIntro' : root === 'thanks' ? 'formThanks' : 'formTitle');
  }
  const q = questionName(question, definition);
  const [setting, which = '0'] = rest;
  if (setting === 'showIf') return c('showIfOf', { q });
  if (setting === 'requiredIf') return c('requiredIfOf', { q });
  if (setting === 'formula') return c('formulaOf', { q });
  if (setting === 'rules') return c('ruleOf', { q, n: Number(which) + 1 });
  if (setting === 'jumps') return c('jumpOf', { q, n: Number(which) + 1 });
  if (setting === 'title') return c('titleOf', { q });
  if (setting === 'hint') return c('hintOf', { q });
  if (setting === 'labels') return c('wordOf', { q });
  const part = partAt(at, question);
  if (part === undefined) return q;
  return c(rest.includes('showIf') ? 'partConditionOf' : 'partOf', { q, part: short(part) });
}

const partAt = (at: string, question: Question): string | undefined =>
  partLists(question)
    .flatMap((list) => list.parts.map(({ id, label }) => ({ at: `${list.at}.${id}`, label })))
    .filter((part) => at === part.at || at.startsWith(`${part.at}.`))
    .at(-1)?.label;

/** Lists whose parts are numbered as they stand on the page. */
const numbered = ['options', 'rows', 'columns', 'candidates', 'list', 'nodes', 'gaps', 'known'] as const;

/** What is blank has no name: it goes by what it is and its number among its kind. */
function blankName(at: string, definition: Definition): string {
  const question = questionAt(at, definition);
  if (!question) {
    const [root = '', id] = at.split('.');
    const list = root === 'endings' ? definition.endings : root === 'quotas' ? definition.quotas : undefined;
    const n = (list?.findIndex((one) => one.id === id) ?? -1) + 1;
    return n > 0
      ? c(root === 'endings' ? 'blank-endings' : 'blank-quotas', { n })
      : placeName(at, definition);
  }
  const q = questionName(question, definition);
  const [setting, which = ''] = at.split('.').slice(2);
  if (setting === 'text') return c(question.type === 'consent' ? 'blank-consent' : 'blank-text', { q });
  if (setting === 'labels') return c('blank-labels', { q, n: Number(which) + 1 });
  if (setting === 'levels') return c('blank-levels', { q, n: Number(which) + 1 });
  for (const list of partLists(question)) {
    const name = numbered.find((one) => one === list.name);
    const place = list.parts
      .filter((part) => !('retired' in part && part.retired))
      .findIndex(({ id }) => at === `${list.at}.${id}`);
    if (name && place >= 0) return c(`blank-${name}`, { q, n: place + 1 });
  }
  return c('blank-other', { q });
}

/** Findings that read otherwise where they are advice. */
const asAdvice: Partial<Record<Code, Sentence>> = {
  'reads-later': 'reads-later:advice',
  'pipe-later': 'pipe-later:advice',
  'counting-changed': 'counting-changed:advice',
  'meaning-changed': 'meaning-changed:advice',
  'condition-retired': 'condition-retired:advice',
};

export function sentenceOf(found: Found, definition: Definition): string {
  const { code, severity, questions, at = '', args = {} } = found;
  const [first] = questions;
  const owner = questionAt(at, definition);
  const question = definition.questions.find(({ id }) => id === first);
  // Where it stands in an ending or a quota, all its questions are others.
  const others = owner && owner.id === first ? questions.slice(1) : questions;
  const rest = questions.slice(1);
  const labelled = (key: 'carryMissing' | 'carryStrange', labels: string | number | undefined) =>
    labels ? c(key, { labels }) : '';
  const alone = code === 'condition-cycle' && questions.length === 1;
  const key = alone ? 'condition-cycle:self' : (severity === 'advice' && asAdvice[code]) || code;
  const sentence = findingWord(key, {
    ...args,
    name: question ? nameOf(question, numbersOf(definition)) : '',
    q: question ? questionName(question, definition) : '',
    all: names(questions, definition),
    others: names(others.length > 0 ? others : questions, definition),
    where:
      code === 'label-missing' || code === 'too-much' ? blankName(at, definition) : placeName(at, definition),
    also: rest.length > 0 ? c('alsoUnseen', { others: names(rest, definition) }) : '',
    rest: names(rest, definition),
    second: names(rest.slice(0, 1), definition),
    how: howWords(args),
    range: rangeWords(args),
    tongue: tongueName(args.tongue),
    missingWords: labelled('carryMissing', args.missing),
    strangeWords: labelled('carryStrange', args.strange),
  }).trim();
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

const hows = ['equals', 'in', 'lt', 'lte', 'gt', 'gte'] as const;
const howWords = ({ op, values = '' }: NonNullable<Found['args']>) => {
  const how = hows.find((one) => one === op);
  return how ? c(`how-${how}`, { values }) : '';
};
function rangeWords({ min, max }: NonNullable<Found['args']>): string {
  if (min === undefined) return max === undefined ? '' : c('rangeTo', { max });
  return max === undefined ? c('rangeFrom', { min }) : c('rangeBoth', { min, max });
}
const tongueName = (tongue: unknown) =>
  typeof tongue === 'string' && isTongue(tongue) ? tongues[tongue] : '';

export function fixWords(fix: Fix, definition: Definition): string {
  const labels = (parts: readonly { label: string }[]) => parts.map(({ label }) => label).join('”“');
  switch (fix.do) {
    case 'require':
      return c('fix-require', { q: names([fix.question], definition) });
    case 'ask-after':
      return c('fix-ask-after', { q: names([fix.consent], definition) });
    case 'raise-consent':
      return c('fix-raise-consent', { version: fix.version });
    case 'keep-retired':
      return c('fix-keep-retired', { labels: labels(fix.options) });
    case 'renew-option':
      return c('fix-renew-option', { label: fix.old.label });
    case 'add-carried':
      return c('fix-add-carried', { labels: labels(fix.parts) });
    default:
      return c(`fix-${fix.do}`);
  }
}
