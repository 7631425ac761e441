// A draft beside the versions that residents have answered. Counts of one id add up over all versions, so an id must go on
// meaning the same; and a consent must say under which words it was given.
import { fieldOf } from '../../fields/registry.ts';
import type { Question } from '../../fields/shapes.ts';
import { sourcesOf } from '../../logic/sources.ts';
import type { Definition } from '../definition.ts';
import { textsOf } from '../texts.ts';
import { advice, error, type Finding } from './finding.ts';
import type { Fix } from './fix.ts';
import type { Form } from './form.ts';
import { meaningOf } from './meaning.ts';
import { addressOf, listed, partLists } from './places.ts';

/** Published before the newest version, in other words or not at all any more; newest first. */
export type Earlier = readonly Question[];

export function publishedFindings(form: Form, published: Definition, earlier: Earlier): Finding[] {
  const now = new Map(form.questions.map((question) => [question.id, question]));
  const gone = published.questions.filter((question) => fieldOf(question).asks && !now.has(question.id));
  const past = new Map<string, Question[]>();
  for (const before of [...published.questions, ...earlier])
    past.set(before.id, [...(past.get(before.id) ?? []), before]);
  return [
    ...[...past].flatMap(([id, versions]) => {
      const question = now.get(id);
      return question ? compared(form, question, versions, published) : [];
    }),
    ...(gone.length > 0
      ? [
          advice('question-removed', [], {
            args: { n: gone.length, titles: gone.map(({ title }) => title).join('、') },
          }),
        ]
      : []),
  ];
}

function compared(
  form: Form,
  question: Question,
  versions: readonly Question[],
  published: Definition,
): Finding[] {
  const [before = question] = versions;
  const about = [question.id];
  const at = addressOf(question, 'title');
  if (versions.some((one) => question.type !== one.type && shapeOf(question) !== shapeOf(one)))
    return [error('type-changed', about, { at })];
  if (versions.some((one) => unitsOf(one) !== unitsOf(question)))
    return [error('counting-changed', about, { at: addressOf(question) })];
  if (pointsOf(before) !== pointsOf(question))
    return [advice('counting-changed', about, { at: addressOf(question) })];
  const there = published.questions.includes(before);
  return [
    ...renewed(question, before),
    ...meanings(form, question, versions),
    ...(there ? removed(question, before) : []),
  ];
}

/** What is counted, exported and compared, without what single options are called: equal for a list and a drop-down. */
function shapeOf(question: Question): string {
  const field = fieldOf(question);
  const items = field
    .items(question)
    .map(({ row, keys, base, points, sum }) => [
      row,
      keys.length > 0,
      base,
      points !== undefined,
      sum?.scale,
    ]);
  const columns = field.columns(question).map(({ suffix }) => suffix);
  return JSON.stringify([field.asks, field.free, field.comparable(question).kind, items, columns]);
}

/** How figures are added up: one by one or as a sum, and in which unit. */
const unitsOf = (question: Question): string =>
  JSON.stringify(
    fieldOf(question)
      .items(question)
      .slice(0, 1)
      .map(({ sum, values }) => [sum?.scale, values !== undefined]),
  );

/** The points of a scale: four of five is not four of ten. */
const pointsOf = (question: Question): string =>
  JSON.stringify(
    fieldOf(question)
      .items(question)
      .slice(0, 1)
      .map(({ points }) => points?.map(({ point }) => point)),
  );

function renewed(question: Question, before: Question): Finding[] {
  if (question.type !== 'consent' || before.type !== 'consent') return [];
  if (question.text.trim() === before.text.trim() || question.version > before.version) return [];
  return [
    error('consent-not-renewed', [question.id], {
      at: addressOf(question, 'text'),
      args: { version: before.version },
      fix: { do: 'raise-consent', question: question.id, version: before.version + 1 },
    }),
  ];
}

interface Word {
  at: string;
  /** words of one list are told from each other by it */
  list: string;
  text: string;
}
/** What answers are counted under: labels of parts, words of points, of both ends, of yes and no. */
const wordsOf = (question: Question): Word[] => [
  ...partLists(question).flatMap(({ at, parts }) =>
    parts.map(({ id, label = '' }) => ({ at: `${at}.${id}`, list: at, text: label })),
  ),
  ...textsOf(question).flatMap(({ address, key, text }) =>
    ['labels', 'low', 'high', 'yes', 'no'].includes(key)
      ? [{ at: addressOf(question, address), list: key === 'labels' ? key : 'ends', text }]
      : [],
  ),
];

/** What an id says, held against what it said in the newest version that had it. */
function meanings(form: Form, question: Question, versions: readonly Question[]): Finding[] {
  const was = new Map<string, Word>();
  for (const word of versions.flatMap(wordsOf)) if (!was.has(word.at)) was.set(word.at, word);
  const old = [...was.values()];
  const turned = new Set<string>();
  const parts = wordsOf(question).flatMap(({ at, list, text }) => {
    const before = was.get(at)?.text;
    if (before === undefined || before === text) return [];
    const exchanged = old.some((other) => other.list === list && other.at !== at && other.text === text);
    // Where words changed places it is said once.
    if (exchanged && turned.has(list)) return [];
    if (exchanged) turned.add(list);
    const meaning = exchanged ? 'other' : meaningOf(before, text);
    if (meaning === 'same') return [];
    const say = meaning === 'other' ? error : advice;
    const fix = meaning === 'other' && !exchanged ? renewal(form, question, at, versions) : undefined;
    return [say('meaning-changed', [question.id], { at, args: { was: before, label: text }, fix })];
  });
  const [{ title } = question] = versions;
  if (meaningOf(title, question.title) !== 'other') return parts;
  const say = fieldOf(question).items(question).length > 0 ? error : advice;
  const at = addressOf(question, 'title');
  return [
    say('meaning-changed', [question.id], { at, args: { was: title, label: question.title } }),
    ...parts,
  ];
}

/** Safe where nothing else means the option by its id. */
function renewal(form: Form, question: Question, at: string, versions: readonly Question[]): Fix | undefined {
  const id = at.split('.')[3] ?? '';
  const isOption = at === addressOf(question, 'options', id);
  const old = versions.flatMap((one) => listed(one).options).find((option) => option.id === id);
  const meant =
    ('quiz' in question && question.quiz) ||
    form.conditions.some(({ part }) => sourcesOf(part).includes(question.id)) ||
    form.questions.some(
      (one) => 'carry' in one && one.carry && [one.id, one.carry.from].includes(question.id),
    );
  if (!isOption || !old || meant) return undefined;
  const taken = [question, ...versions].flatMap((one) => listed(one).options.map((option) => option.id));
  // Ids have 24 letters at most.
  const freshId = (n: number) => `${id.slice(0, 20)}_${n}`;
  let fresh = 2;
  while (taken.includes(freshId(fresh))) fresh++;
  return { do: 'renew-option', question: question.id, old: { ...old, retired: true }, id: freshId(fresh) };
}

/** Parts that are gone. An option should be retired instead: it is offered to nobody, and its counts keep their name. */
function removed(question: Question, before: Question): Finding[] {
  const here = new Set(partLists(question).flatMap(({ at, parts }) => parts.map(({ id }) => `${at}.${id}`)));
  const at = addressOf(question, 'options');
  const options = listed(before).options.filter(({ id }) => !here.has(`${at}.${id}`));
  const others = partLists(before)
    .filter((list) => list.at !== at)
    .flatMap((list) => list.parts.filter(({ id }) => !here.has(`${list.at}.${id}`)));
  const said = (parts: readonly { id: string; label?: string }[]) => ({
    n: parts.length,
    labels: parts.map(({ id, label }) => label ?? id).join('、'),
  });
  const found: Finding[] = [];
  if (options.length > 0)
    found.push(
      advice('option-removed', [question.id], {
        at,
        args: said(options),
        fix: {
          do: 'keep-retired',
          question: question.id,
          options: options.map((option) => ({ ...option, retired: true })),
        },
      }),
    );
  if (others.length > 0)
    found.push(advice('part-removed', [question.id], { at: addressOf(question), args: said(others) }));
  return found;
}
