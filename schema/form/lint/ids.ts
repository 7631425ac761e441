// Names that must be told apart: of questions, of the parts of one question, of endings, of quotas; and names that mean
// something already.
import type { Question } from '../../fields/shapes.ts';
import { usualEnd } from '../../logic/shapes.ts';
import type { Definition } from '../definition.ts';
import { advice, error, type Finding } from './finding.ts';
import { addressOf, partLists } from './places.ts';

/** Each value that is there more than once, once. */
export function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const value of values) (seen.has(value) ? twice : seen).add(value);
  return [...twice];
}

export function idFindings({ questions, endings = [], quotas = [] }: Definition): Finding[] {
  const twice = repeated(questions.map(({ id }) => id));
  // A jump names pages and endings alike.
  const pages = questions.filter(({ type }) => type === 'page-break').map(({ id }) => id);
  const targets = [...new Set(pages), ...endings.map(({ id }) => id)];
  return [
    ...twice.map((id) => error('duplicate-question', [id])),
    ...questions.flatMap(partFindings),
    ...repeated(targets).map((id) =>
      error('duplicate-ending', pages.includes(id) ? [id] : [], {
        at: `endings.${id}`,
        args: { ending: endings.find((ending) => ending.id === id)?.title ?? '' },
      }),
    ),
    ...repeated(quotas.map(({ id }) => id)).map((id) =>
      error('duplicate-quota', [], {
        at: `quotas.${id}`,
        args: { quota: quotas.find((quota) => quota.id === id)?.label ?? '' },
      }),
    ),
    ...(targets.includes(usualEnd)
      ? [
          error('reserved-name', pages.includes(usualEnd) ? [usualEnd] : [], {
            at: pages.includes(usualEnd) ? `q.${usualEnd}` : `endings.${usualEnd}`,
            args: { id: usualEnd },
          }),
        ]
      : []),
    ...sameParams(questions),
  ];
}

function partFindings(question: Question): Finding[] {
  return partLists(question).flatMap(({ name, at, parts }) => {
    const found: Finding[] = [];
    const [id] = repeated(parts.map((part) => part.id));
    if (id !== undefined) found.push(error('duplicate-option', [question.id], { at: `${at}.${id}` }));
    // Names of their own that the page and the file of such a question use beside those of its parts.
    const taken =
      name === 'list' ? parts.find((part) => ['photos', 'note', 'points'].includes(part.id)) : undefined;
    if (taken)
      found.push(error('reserved-name', [question.id], { at: `${at}.${taken.id}`, args: { id: taken.id } }));
    // Under different parents the same word is another thing.
    const labels = parts.flatMap(({ label = '', under = '' }) =>
      label.trim() === '' ? [] : [`${under} ${label.trim()}`],
    );
    const [same] = id === undefined ? repeated(labels) : [];
    if (same !== undefined) {
      const second = parts.filter(({ label, under = '' }) => `${under} ${label?.trim()}` === same)[1];
      found.push(
        advice('duplicate-label', [question.id], {
          at: second ? `${at}.${second.id}` : at,
          args: { label: second?.label ?? '' },
        }),
      );
    }
    return found;
  });
}

function sameParams(questions: readonly Question[]): Finding[] {
  const hidden = questions.flatMap((question) => ('param' in question ? [question] : []));
  return repeated(hidden.map(({ param }) => param)).map((param) => {
    const both = hidden.filter((one) => one.param === param);
    const [, second = { id: '' }] = both;
    return advice('param-twice', [second.id, ...both.map(({ id }) => id)], {
      at: addressOf(second, 'param'),
      args: { param },
    });
  });
}
