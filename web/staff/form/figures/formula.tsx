// The formula of a calculated question: where to begin, the blocks, the sentence that they make, and a try.
import { fieldOf } from '../../../../schema/fields/registry.ts';
import type { QuestionOf } from '../../../../schema/fields/shapes.ts';
import type { Question } from '../../../../schema/form/definition.ts';
import type { Expression } from '../../../../schema/logic/shapes.ts';
import { Button } from '../../../ui/button.tsx';
import { readable } from '../logic/answers.ts';
import { fittingFigure } from '../logic/limits.ts';
import type { SettingsProps } from '../types/entry.ts';
import { choosesOptions, testable } from '../types/features.ts';
import { FigureEditor } from './figure-editor.tsx';
import { figureWords } from './figure-words.ts';
import { figureFrom, questionsThatGive, rowsThatGive } from './sources.ts';
import { TryOut } from './try-out.tsx';
import { t } from './words.ts';

/** How many blocks may stand in each other; the shape allows a little more (schema/logic/shapes.ts). */
const room = 3;

/** As a new calculated question is made: nothing was built yet. */
const isFresh = (formula: Expression) => 'number' in formula && formula.number === 0;

export function Formula({ question, change, definition }: SettingsProps<QuestionOf<'calculated'>>) {
  const { formula } = question;
  const sources = readable(definition, question.id);
  const put = fittingFigure((next) => change({ ...question, formula: next }));
  return (
    <fieldset class="stack tight">
      <legend class="field-label">{t('formula')}</legend>
      {isFresh(formula) && <Starters sources={sources} onStart={put} />}
      <FigureEditor
        label={t('block')}
        figure={formula}
        onChange={put}
        definition={definition}
        sources={sources}
        room={room}
      />
      <p class="note">{t('reads', { words: figureWords(formula, definition) })}</p>
      <TryOut
        figure={formula}
        definition={definition}
        decimals={question.decimals ?? 0}
        unit={question.unit ?? ''}
      />
    </fieldset>
  );
}

function Starters(props: { sources: ReturnType<typeof readable>; onStart: (formula: Expression) => void }) {
  const { sources, onStart } = props;
  const scored = questionsThatGive('score', sources).filter(isScored);
  const scores = scored.map(({ id }) => figureFrom('score', id, undefined));
  const figures = questionsThatGive('value', sources).flatMap((question) =>
    rowsThatGive('value', question)
      .filter((row) => isPoint(question, row))
      .map((row) => figureFrom('value', question.id, row)),
  );
  if (questionsThatGive('value', sources).length + scores.length === 0)
    return <p class="note">{t('nothingToCount')}</p>;
  if (scores.length + figures.length === 0) return null;
  return (
    <div class="line">
      <span class="note">{t('startWith')}</span>
      {scores.length > 0 && (
        <Button small kind="outlined" onClick={() => onStart({ sum: scores, missing: 'skip' })}>
          {t('startScores')}
        </Button>
      )}
      {figures.length > 0 && (
        <Button small kind="outlined" onClick={() => onStart({ average: figures, missing: 'skip' })}>
          {t('startAverage')}
        </Button>
      )}
    </div>
  );
}

/** Points of a scale, and not just any number: nobody wants ages averaged with stars. */
const isPoint = (question: Question, row: string | undefined) =>
  fieldOf(question)
    .items(question)
    .some((item) => item.points !== undefined && item.row === (row ?? ''));

/** Its options have scores, or it has right answers, or it is a scale. */
const isScored = (question: Question) =>
  isPoint(question, undefined) ||
  (testable(question) && question.quiz !== undefined) ||
  (choosesOptions(question) && question.options.some(({ score }) => score !== undefined));
