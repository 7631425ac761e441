// The few ways in which questions are written into a survey: a choice from a list, a table of choices, a question a cell.
import { type Option, offered } from '../../../../../schema/fields/options.ts';
import { type ScaleSettings, scaleKeys } from '../../../../../schema/fields/scale.ts';
import type { Question, QuestionOf } from '../../../../../schema/fields/shapes.ts';
import { nameOf } from '../../xlsform/names.ts';
import { ends } from './constraints.ts';
import type { ChoiceLine, SurveyWriter } from './survey.ts';

export const choiceLines = (options: readonly { id: string; label: string }[]): ChoiceLine[] =>
  options.map(({ id, label }) => ({ name: id, label }));
const randomized = ({ shuffle }: { shuffle?: boolean | undefined }) => (shuffle ? 'randomize=true' : '');

/** Words that an option asks for are a question of their own there. */
function moreWords(question: Question, options: readonly Option[], survey: SurveyWriter): void {
  for (const { id, label, text } of options)
    if (text)
      survey.line({
        type: 'text',
        name: nameOf(question.id, id, 'text'),
        label,
        required: 'yes',
        relevant: `selected(\${${nameOf(question.id)}}, '${id}')`,
      });
}

type Choosing = Question & { options: readonly Option[]; shuffle?: boolean | undefined };
export function choose(
  question: Choosing,
  verb: string,
  survey: SurveyWriter,
  appearance = '',
  own: readonly string[] = [],
): void {
  const options = offered(question.options);
  const list = survey.list(choiceLines(options), question.id);
  survey.ask(question, { type: `${verb} ${list}`, appearance, parameters: randomized(question) }, own);
  if (appearance !== 'minimal') moreWords(question, options, survey);
}

export const several = ({
  min,
  max,
  options,
}: {
  min?: number | undefined;
  max?: number | undefined;
  options: readonly Option[];
}) => [
  ...ends({ min, max }, 'count-selected(.)'),
  ...offered(options).flatMap(({ id, exclusive }) =>
    exclusive ? [`not(selected(., '${id}') and count-selected(.) > 1)`] : [],
  ),
];

/** Points of a scale by their keys; a point whose label is its figure has no word. */
export const pointLines = (scale: ScaleSettings): ChoiceLine[] =>
  scaleKeys(scale).map(({ key, label }) => ({ name: key, label }));

export const line =
  (type: string, appearance = '') =>
  (question: Question, survey: SurveyWriter): void =>
    survey.ask(question, { type, appearance });
export const asText = { write: line('text') };

type Columns = readonly { id: string; label: string }[];
type Table = Question & { rows: QuestionOf<'matrix-single'>['rows'] };

/** A row of choices for each row of the table, under one heading. */
export function table(
  question: Table,
  verb: string,
  choices: readonly ChoiceLine[],
  survey: SurveyWriter,
  appearance = '',
): void {
  const list = survey.list(choices, question.id);
  survey.around(question, 'table-list', () => {
    for (const { id, label, showIf } of question.rows)
      survey.line({
        type: `${verb} ${list}`,
        name: nameOf(question.id, id),
        label,
        required: question.required ? 'yes' : '',
        relevant: (showIf && survey.xpath.condition(showIf)) ?? '',
        appearance,
      });
  });
}

/** A question for each cell. */
export function cells(
  question: Table & { columns: Columns },
  survey: SurveyWriter,
  cell: (column: Columns[number]) => { type: string; constraint?: string },
): void {
  survey.around(question, 'field-list', () => {
    for (const row of question.rows)
      for (const column of question.columns)
        survey.line({
          ...cell(column),
          name: nameOf(question.id, row.id, column.id),
          label: `${row.label} ${column.label}`,
          required: question.required ? 'yes' : '',
          relevant: (row.showIf && survey.xpath.condition(row.showIf)) ?? '',
        });
  });
}

export const figureType = (decimals = 0) => (decimals > 0 ? 'decimal' : 'integer');
export const figureEnds = ({
  min = 0,
  max,
  decimals = 0,
}: {
  min?: number | undefined;
  max?: number | undefined;
  decimals?: number | undefined;
}) => [...ends({ min, max }), ...(decimals > 0 ? [`round(., ${decimals}) = .`] : [])];
