// How much it is: for the tally, for the resident's patience, for a page.
import { fieldOf } from '../../fields/registry.ts';
import type { Question } from '../../fields/shapes.ts';
import { minutesOf } from '../minutes.ts';
import { advice, error, type Finding } from './finding.ts';
import type { Form } from './form.ts';
import { addressOf } from './places.ts';

/** A tally holds one count per cell, and is written with every answer: at most so many in a question and in a form. */
const cellsMax = 400;
const countsMax = 2000;
/** Minutes after which people give up: for a form that is answered standing at a door, much. */
const minutesMax = 15;

export function sizeFindings(form: Form): Finding[] {
  const { questions, definition } = form;
  const minutes = minutesOf(definition);
  return [
    ...(questions.some((question) => fieldOf(question).asks) ? [] : [error('no-questions', [])]),
    ...cells(questions),
    ...(minutes > minutesMax ? [advice('too-many-minutes', [], { args: { minutes } })] : []),
    ...emptyPages(form),
  ];
}

/** A tree of levels counts every node, and says so only after it has looked for the way to each. */
const cellsOf = (question: Question) =>
  'nodes' in question
    ? question.nodes.length
    : fieldOf(question)
        .items(question)
        .reduce((sum, item) => sum + item.keys.length, 0);

function cells(questions: readonly Question[]): Finding[] {
  const counted = questions.map((question) => ({ id: question.id, cells: cellsOf(question) }));
  const large = counted.filter(({ cells }) => cells > cellsMax);
  if (large.length > 0)
    return [
      error(
        'too-many-cells',
        large.map(({ id }) => id),
      ),
    ];
  const total = counted.reduce((sum, { cells }) => sum + cells, 0);
  if (total <= countsMax) return [];
  return [
    error(
      'too-many-cells',
      counted.filter(({ cells }) => cells > 50).map(({ id }) => id),
    ),
  ];
}

/** What asks nothing is no page by itself: it is shown with the page before it, and its title is not shown at all. */
function emptyPages({ questions, pageOf }: Form): Finding[] {
  const asking = new Set(
    questions.flatMap((question, place) => (fieldOf(question).asks ? [pageOf(place)] : [])),
  );
  return questions.flatMap((question, place) =>
    question.type === 'page-break' && !asking.has(place)
      ? [advice('page-without-questions', [question.id], { at: addressOf(question, 'title') })]
      : [],
  );
}
