// Figures that cannot be had: of a question that is gone or gives no figure, divided by nought, or missing whatever is
// answered.
import { fieldOf } from '../../fields/registry.ts';
import type { Question } from '../../fields/shapes.ts';
import { evaluate } from '../../logic/expression.ts';
import type { Expression } from '../../logic/shapes.ts';
import { samplesOf } from '../samples.ts';
import { error, type Finding } from './finding.ts';
import type { Form } from './form.ts';
import { figuresIn, listed, type Placed } from './places.ts';
import { isNever } from './possible/figures.ts';
import type { Possibilities } from './possible/possibilities.ts';

export interface FigureFinding {
  figure: Expression;
  finding: Finding;
}

export const figureFindings = (form: Form): FigureFinding[] =>
  form.figures.flatMap((placed) =>
    figuresIn(placed.part).flatMap((figure) => {
      const finding = sourceFinding(form, figure, placed);
      return finding ? [{ figure, finding }] : [];
    }),
  );

/** The question that a figure is read from, and the row of it. */
function sourceOf(figure: Expression): { id: string; row?: string | undefined } | undefined {
  if ('value' in figure) return { id: figure.value, row: figure.row };
  if ('score' in figure) return { id: figure.score };
  if ('chosen' in figure) return { id: figure.chosen };
  return 'total' in figure ? { id: figure.total } : undefined;
}

function sourceFinding(
  form: Form,
  figure: Expression,
  { owner, at }: Placed<Expression>,
): Finding | undefined {
  const source = sourceOf(figure);
  if (!source) return undefined;
  const question = form.question(source.id);
  const about = [owner, question].flatMap((one) => (one ? [one.id] : []));
  if (!question || !form.answers(question)) return error('figure-source-missing', about, { at });
  return givesFigure(form, figure, question, source.row)
    ? undefined
    : error('figure-source-kind', about, { at });
}

function givesFigure(form: Form, figure: Expression, question: Question, row: string | undefined): boolean {
  const { kind } = form.comparable(question, row);
  if ('value' in figure) return kind === 'number' || fieldOf(question).number !== undefined;
  if ('score' in figure)
    return (
      kind === 'number' ||
      ('quiz' in question && question.quiz !== undefined) ||
      listed(question).options.some(({ score }) => score !== undefined)
    );
  if ('total' in figure) return kind === 'number' || holdsNumbers(question);
  return true;
}

/** Some answer to it has a number in it. */
export const holdsNumbers = (question: Question): boolean =>
  samplesOf(question).some(
    (answer) =>
      evaluate(
        { total: question.id },
        {
          value: () => undefined,
          given: () => ({ question, field: fieldOf(question), answer }),
          opens: undefined,
        },
      ) !== null,
  );

/** Divisions by nought, and calculated questions that never have a figure. */
export function neverHad(form: Form, possible: Possibilities): Finding[] {
  const nought = form.figures.flatMap((placed) => {
    const { part, owner, at } = placed;
    const wrong = figuresIn(part).some((figure) => {
      if (!('over' in figure)) return false;
      const { min, max } = possible.figure(figure.over[1]);
      return min === 0 && max === 0;
    });
    return wrong ? [{ placed, finding: error('divides-by-zero', owner ? [owner.id] : [], { at }) }] : [];
  });
  const named = new Set(nought.map(({ placed }) => placed));
  const never = form.figures.flatMap((placed) =>
    placed.owner && 'formula' in placed.owner && placed.part === placed.owner.formula && !named.has(placed)
      ? isNever(possible.figure(placed.part)) || possible.base(placed.owner) === undefined
        ? [error('figure-never', [placed.owner.id], { at: placed.at })]
        : []
      : [],
  );
  return [...nought.map(({ finding }) => finding), ...never];
}
