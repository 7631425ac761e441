// The board of an evaluation as a sheet for Excel: everybody in administrative order, figures as numbers in cells of their
// own. It holds what the board holds, marks of few households too, and says at its foot that it is not for posting.
import type { Evaluation, EvaluationBoard } from '../../../schema/api/evaluation-shapes.ts';
import { evaluationName, subjectName } from '../../../schema/evaluations/names.ts';
import { groupFigure, groupWord, outcomeWord, scoreWord } from '../../ui/evaluation-says.ts';
import type { TableSheet } from '../../ui/save-sheet.ts';
import { dayWords } from '../../ui/time.ts';
import { t as say } from '../../ui/words/evaluations.ts';
import { wonBy } from './won.ts';
import { t } from './words.ts';

type Line = EvaluationBoard['lines'][number];
type Cell = string | number;

const rounded = (n: number, digits: number) => Number(n.toFixed(digits));

const outcomeCell = (line: Line, rules: Evaluation['rules']) =>
  line.reweighted.length === 0
    ? outcomeWord(line, rules)
    : [
        outcomeWord(line, rules),
        t('reweighted', { groups: line.reweighted.map(groupWord).join(say('comma')) }),
      ].join(say('semicolon'));

/** A score and how many gave it; why there is none. */
function groupCells({ groups }: Line, id: string): [Cell, Cell] {
  const group = groups.find((one) => one.id === id);
  if (!group) return ['', ''];
  return [group.score === null ? groupFigure(group) : rounded(group.score, 1), group.n ?? ''];
}

export function sheetOf(evaluation: Evaluation, board: EvaluationBoard): TableSheet {
  const { rules } = evaluation;
  const subjects = new Map(board.subjects.map((one) => [one.id, one]));
  const won = wonBy(rules, board.awards);
  const popular = Object.keys(board.popularity).length > 0;
  const title = t(evaluation.state === 'final' ? 'boardFinal' : 'board');
  const popularity = (unit: string): Cell => board.popularity[unit] ?? t('popularityFew');
  return {
    title: [evaluationName(evaluation), title].join(' '),
    head: [
      t('name'),
      t('score'),
      t('outcome'),
      t('givenTo'),
      ...rules.groups.flatMap(({ id }) => [groupWord(id), t('groupN', { group: groupWord(id) })]),
      t('deducted'),
      t('added'),
      ...(popular ? [t('popularity')] : []),
    ],
    rows: board.lines.map((line) => {
      const one = subjects.get(line.id);
      return [
        one ? subjectName(one) : line.id,
        line.score === null ? scoreWord(null) : rounded(line.score, 2),
        outcomeCell(line, rules),
        won.get(line.id) ?? '',
        ...rules.groups.flatMap(({ id }) => groupCells(line, id)),
        rounded(line.deducted, 1),
        rounded(line.added, 1),
        ...(popular ? [popularity(one?.unit ?? '')] : []),
      ];
    }),
    below: [
      t(evaluation.finalAt === null ? 'sheetFoot' : 'sheetFootFinal', {
        unit: evaluation.unit.name,
        day: evaluation.finalAt === null ? '' : dayWords(evaluation.finalAt),
      }),
      t('sheetInside'),
    ],
  };
}
