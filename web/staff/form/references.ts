// Who reads what: every place in a form that goes by another question's answer, or leads to a page. For saying it before
// something is deleted, and for noticing when a move puts what is read behind what reads it.
import type { Definition, Question } from '../../../schema/form/definition.ts';
import { judgeSources } from '../../../schema/logic/judge.ts';
import { pipesIn } from '../../../schema/logic/pipe.ts';
import { sourcesOf } from '../../../schema/logic/sources.ts';

/** How something is read; each has its word. */
export type Way =
  | 'shows'
  | 'lists'
  | 'requires'
  | 'checks'
  | 'jumps'
  | 'lands'
  | 'carries'
  | 'counts'
  | 'says'
  | 'ends'
  | 'quota';
export interface Reference {
  way: Way;
  /** the question that reads, the title of the ending, the label of the quota, or the closing words */
  by: { question: string } | { ending: string } | { quota: string } | 'thanks';
  /** what is read */
  of: string;
}

/** What one question reads, by how it reads it. Its own answer is no reference. */
export function readBy(question: Question): [Way, string[]][] {
  const { showIf, requiredIf, rules, jumps, ...rest } = question;
  return [
    ['shows', sourcesOf(showIf)],
    [
      'lists',
      sourcesOf([
        'options' in question ? question.options.map((option) => option.showIf) : [],
        'rows' in question ? question.rows.map((row) => row.showIf) : [],
      ]),
    ],
    ['requires', sourcesOf(requiredIf)],
    ['checks', judgeSources(rules)],
    ['jumps', sourcesOf(jumps?.map(({ when }) => when))],
    ['lands', jumps?.map(({ to }) => to) ?? []],
    ['carries', 'carry' in question && question.carry ? [question.carry.from] : []],
    ['counts', 'formula' in question ? sourcesOf(question.formula) : []],
    ['says', pipesIn(rest).map(({ id }) => id)],
  ];
}

/** All of them, in the order of the form, each once. */
export function referencesIn(definition: Definition): Reference[] {
  const { questions, endings = [], quotas = [], thanks } = definition;
  const found: Reference[] = questions.flatMap((question) =>
    readBy(question).flatMap(([way, ids]) =>
      [...new Set(ids)]
        .filter((id) => id !== question.id)
        .map((of) => ({ way, by: { question: question.id }, of })),
    ),
  );
  const named = (by: Reference['by'], way: Way, ids: readonly string[]) =>
    [...new Set(ids)].map((of): Reference => ({ way, by, of }));
  const said = (texts: unknown) => pipesIn(texts).map(({ id }) => id);
  return [
    ...found,
    ...endings.flatMap(({ title: ending, text, when }) => [
      ...named({ ending }, 'ends', sourcesOf(when)),
      ...named({ ending }, 'says', said([ending, text])),
    ]),
    ...quotas.flatMap(({ label: quota, when, by }) =>
      named({ quota }, 'quota', [...sourcesOf(when), ...(by === undefined ? [] : [by])]),
    ),
    ...(thanks === undefined ? [] : named('thanks', 'says', said(thanks))),
  ];
}

/** Who reads one of these, and is none of them. */
export const referencesFrom = (definition: Definition, ids: readonly string[]): Reference[] =>
  referencesIn(definition).filter(
    ({ by, of }) => ids.includes(of) && !(by !== 'thanks' && 'question' in by && ids.includes(by.question)),
  );

/** Those that read what stands further down, and jumps that lead back. */
function forward(definition: Definition): Reference[] {
  const place = new Map(definition.questions.map(({ id }, index) => [id, index]));
  return referencesIn(definition).filter(({ way, by, of }) => {
    const from = by !== 'thanks' && 'question' in by ? place.get(by.question) : undefined;
    const to = place.get(of);
    if (from === undefined || to === undefined) return false;
    return way === 'lands' ? to <= from : to > from;
  });
}

const keyOf = ({ way, by, of }: Reference) => JSON.stringify([way, by, of]);
/** What a move turned around. */
export function turned(before: Definition, after: Definition): Reference[] {
  const known = new Set(forward(before).map(keyOf));
  return forward(after).filter((reference) => !known.has(keyOf(reference)));
}
