// What comes of an evaluation: one sentence, the list of awards, everybody in administrative order, and how it was computed.
import type { Evaluation, EvaluationBoard } from '../../../schema/api/evaluation-shapes.ts';
import { showCheck } from '../../../schema/elections/result.ts';
import { subjectName } from '../../../schema/evaluations/names.ts';
import { orderCounts } from '../../../schema/evaluations/score.ts';
import type { ToldLine } from '../../../schema/evaluations/told.ts';
import { soundness } from '../../../schema/measures/agreement.ts';
import { Button } from '../../ui/button.tsx';
import {
  groupFigure,
  groupWord,
  outcomeWord,
  points,
  rangeWord,
  rulesSay,
  scoreWord,
} from '../../ui/evaluation-says.ts';
import { count } from '../../ui/figures.ts';
import { useAct } from '../../ui/load.ts';
import { type Column, Table } from '../../ui/table.tsx';
import { momentWords } from '../../ui/time.ts';
import { t as say } from '../../ui/words/evaluations.ts';
import { Finder } from '../finder.tsx';
import { shownFirst } from './raters.tsx';
import { Ties } from './ties.tsx';
import { wonBy } from './won.ts';
import { t } from './words.ts';

interface Props {
  evaluation: Evaluation;
  board: EvaluationBoard;
  onChanged: () => void;
}
/** What the table of everybody is made of. */
type Results = Pick<EvaluationBoard, 'subjects' | 'awards' | 'popularity'> & { lines: ToldLine[] };
type Line = Results['lines'][number];

export function Board(props: Props) {
  const { evaluation, board } = props;
  const { lines } = board;
  const inBand = (id: string) =>
    lines.filter(({ outcome }) => outcome.state === 'rated' && outcome.band === id).length;
  const [model, standard, mend] = [inBand('model'), inBand('standard'), inBand('mend')];
  return (
    <section class="stack" aria-labelledby="board">
      <h2 id="board">{t(evaluation.state === 'final' ? 'boardFinal' : 'board')}</h2>
      <p>
        {t('headline', {
          n: count(lines.length),
          model,
          standard,
          mend,
          out: lines.length - model - standard - mend,
        })}
      </p>
      <Awards {...props} />
      <Lines {...props} />
      <TakeSheet {...props} />
      <Computed {...props} />
    </section>
  );
}

/** The whole board, for whoever has it; what writes the file is read when it is asked for. */
function TakeSheet({ evaluation, board }: Props) {
  const { busy, problem, act } = useAct();
  const save = () =>
    act(async () => {
      const [{ saveSheet }, { sheetOf }] = await Promise.all([
        import('../../ui/save-sheet.ts'),
        import('./sheet.ts'),
      ]);
      await saveSheet(sheetOf(evaluation, board));
    });
  return (
    <div class="line no-print">
      <Button small kind="outlined" busy={busy} onClick={save}>
        {t('saveSheet')}
      </Button>
      {problem && <span class="field-error">{problem}</span>}
    </div>
  );
}

function Awards({ evaluation, board, onChanged }: Props) {
  const names = new Map(board.subjects.map((one) => [one.id, subjectName(one)]));
  const title = (id: string) => evaluation.rules.awards.find((one) => one.id === id)?.title ?? id;
  const open = board.awards.find((one) => one.state === 'undecided');
  return (
    <div class="stack tight">
      <h3>{t('awards')}</h3>
      <ul class="evaluation-list">
        {board.awards.map((one) => {
          const award = title(one.award);
          if (one.state === 'waiting') return <li key={one.award}>{t('awardWaiting', { award })}</li>;
          const winners = one.winners.map((id) => names.get(id) ?? id);
          return (
            <li key={one.award}>
              {winners.length > 0
                ? t('awardLine', { award, names: winners.join(say('comma')) })
                : t('awardNobody', { award })}
            </li>
          );
        })}
      </ul>
      {orderCounts(evaluation.rules, board.lines, evaluation.decided) && (
        <p class="note">{t('decidedWords', { words: evaluation.decidedWords })}</p>
      )}
      {open?.state === 'undecided' && evaluation.keeps && evaluation.state === 'provisional' && (
        <Ties
          key={open.among.join()}
          evaluation={evaluation}
          award={title(open.award)}
          open={open}
          names={names}
          onChanged={onChanged}
        />
      )}
    </div>
  );
}

/** The results of the own area, for whoever has no board of all: to read together before the time to appeal is over. */
export function OwnResults({
  evaluation,
  ...own
}: { evaluation: Evaluation } & Pick<Results, 'subjects' | 'lines'>) {
  return (
    <section class="stack" aria-labelledby="board">
      <h2 id="board">{t(evaluation.state === 'final' ? 'ownFinal' : 'ownBoard')}</h2>
      {evaluation.state === 'provisional' && evaluation.appealsUntil !== null && (
        <p>{t('ownAppeals', { day: momentWords(evaluation.appealsUntil) })}</p>
      )}
      <Lines evaluation={evaluation} board={{ ...own, awards: [], popularity: {} }} />
    </section>
  );
}

function Lines({ evaluation, board }: { evaluation: Evaluation; board: Results }) {
  const { rules } = evaluation;
  const byId = new Map(board.subjects.map((one) => [one.id, one]));
  const won = wonBy(rules, board.awards);
  const name = (id: string) => {
    const one = byId.get(id);
    return one ? subjectName(one) : id;
  };
  const { lines } = board;
  const columns: Column<Line>[] = [
    {
      key: 'name',
      title: t('name'),
      head: true,
      cell: ({ id }) => <a href={`/staff/evaluations/${evaluation.id}/subjects/${id}`}>{name(id)}</a>,
    },
    {
      key: 'score',
      title: t('score'),
      number: true,
      whole: true,
      sort: ({ score }) => score,
      cell: ({ score, about }) => (about ? rangeWord(about) : scoreWord(score)),
    },
    {
      key: 'outcome',
      title: t('outcome'),
      cell: (line) => (
        <>
          {outcomeWord(line, rules)}
          {line.reweighted.length > 0 && (
            <span class="note">
              <br />
              {t('reweighted', { groups: line.reweighted.map(groupWord).join(say('comma')) })}
            </span>
          )}
        </>
      ),
    },
    ...(board.awards.length > 0
      ? [{ key: 'given', title: t('givenTo'), cell: ({ id }: Line) => won.get(id) ?? '' }]
      : []),
    ...rules.groups.map(
      ({ id }): Column<Line> => ({
        key: id,
        title: groupWord(id),
        number: true,
        whole: true,
        cell: ({ groups }) => {
          const group = groups.find((one) => one.id === id);
          return group ? groupFigure(group) : '';
        },
      }),
    ),
    ...(lines.some(({ deducted }) => deducted > 0)
      ? [
          {
            key: 'off',
            title: t('deducted'),
            number: true,
            whole: true,
            cell: ({ deducted }: Line) => (deducted > 0 ? `−${points(deducted)}` : ''),
          },
        ]
      : []),
    ...(lines.some(({ added }) => added > 0)
      ? [
          {
            key: 'on',
            title: t('added'),
            number: true,
            whole: true,
            cell: ({ added }: Line) => points(added),
          },
        ]
      : []),
    ...(Object.keys(board.popularity).length > 0
      ? [
          {
            key: 'popular',
            title: t('popularity'),
            number: true,
            cell: ({ id }: Line) => {
              const n = board.popularity[byId.get(id)?.unit ?? ''];
              return n === undefined ? t('popularityFew') : t('popularityN', { n: count(n) });
            },
          },
        ]
      : []),
  ];
  return (
    <div class="evaluation-board stack tight">
      <Finder
        rows={lines}
        text={({ id }) => name(id)}
        search={lines.length > shownFirst ? t('find') : undefined}
        label={t('outcome')}
        kinds={[]}
      >
        {(found) => (
          <Table
            caption={t('lineList')}
            hideCaption
            keepTable
            rows={found}
            first={shownFirst}
            rowKey={({ id }) => id}
            columns={columns}
          />
        )}
      </Finder>
    </div>
  );
}

function Computed({ evaluation, board }: Props) {
  const figure = (n: number) => n.toFixed(3);
  return (
    <details>
      <summary>{t('computed')}</summary>
      <div class="stack tight">
        <p>{t('howScore')}</p>
        <p>{rulesSay(evaluation.rules)}</p>
        <p>{t('howSort')}</p>
        {evaluation.rules.groups.some(({ id }) => id === 'residents') && <p>{t('howNear')}</p>}
        {board.agreement.length > 0 && <h3>{t('agreement')}</h3>}
        {board.agreement.map(({ id, alpha, panel }) => (
          <p key={id}>
            {alpha === null
              ? t('agreeNone', { group: groupWord(id) })
              : t('agreeOf', {
                  group: groupWord(id),
                  alpha: figure(alpha),
                  word: t(`sound-${soundness(alpha)}`),
                  panel: panel === null ? '' : t('agreePanel', { n: figure(panel) }),
                })}
          </p>
        ))}
        {board.agreement.length > 0 && <p class="note">{t('agreeSource')}</p>}
        <p class="note">
          {t('rulesVersion', { n: evaluation.version, code: showCheck(evaluation.rulesSha256) })}
        </p>
        {evaluation.resultSha256 !== null && (
          <p class="note">{t('resultCode', { code: showCheck(evaluation.resultSha256) })}</p>
        )}
      </div>
    </details>
  );
}
