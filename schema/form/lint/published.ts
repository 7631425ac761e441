// A draft beside the version that residents have answered. Counts of one id add up over all versions, so an id must go on
// meaning the same; and a consent must say under which words it was given.
import { fieldOf } from '../../fields/registry.ts';
import type { Question } from '../../fields/shapes.ts';
import type { Definition } from '../definition.ts';
import { advice, error, type Finding } from './finding.ts';
import { addressOf, listed, partLists } from './places.ts';

export function publishedFindings(draft: Definition, published: Definition): Finding[] {
  const now = new Map(draft.questions.map((question) => [question.id, question]));
  const gone = published.questions.filter(({ id, ...question }) => fieldOf(question).asks && !now.has(id));
  return [
    ...published.questions.flatMap((before) => {
      const question = now.get(before.id);
      return question ? compared(question, before) : [];
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

function compared(question: Question, before: Question): Finding[] {
  const about = [question.id];
  const at = addressOf(question, 'title');
  if (question.type !== before.type && shapeOf(question) !== shapeOf(before))
    return [error('type-changed', about, { at })];
  const units = unitsOf(before);
  if (units !== unitsOf(question)) return [error('counting-changed', about, { at: addressOf(question) })];
  if (pointsOf(before) !== pointsOf(question))
    return [advice('counting-changed', about, { at: addressOf(question) })];
  return [...renewed(question, before), ...meanings(question, before), ...removed(question, before)];
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

/** Words in common: letters of Chinese, whole words of other scripts. */
function alike(one: string, other: string): boolean {
  const piecesOf = (text: string) =>
    new Set(text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? []);
  const [mine, theirs] = [piecesOf(one), piecesOf(other)];
  return mine.size === 0 || theirs.size === 0 || [...mine].some((piece) => theirs.has(piece));
}

/** Parts whose label has nothing left of what it was. */
function meanings(question: Question, before: Question): Finding[] {
  const labels = new Map(
    partLists(before).flatMap(({ at, parts }) =>
      parts.map(({ id, label }) => [`${at}.${id}`, label] as const),
    ),
  );
  return partLists(question).flatMap(({ at, parts }) =>
    parts.flatMap(({ id, label = '' }) => {
      const was = labels.get(`${at}.${id}`);
      return was === undefined || label === '' || alike(was, label)
        ? []
        : [advice('meaning-changed', [question.id], { at: `${at}.${id}`, args: { was, label } })];
    }),
  );
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
