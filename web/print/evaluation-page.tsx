// /print/evaluation?evaluation=…: the provisional result as it is posted while objections can still change it, and the final
// list of who got what: a notice in front, set as official papers are, and long lists behind it.
import type { Evaluation, EvaluationBoard, FrozenResult } from '../../schema/api/evaluation-shapes.ts';
import { getEvaluation, getEvaluationBoard, getEvaluationResult } from '../../schema/api/evaluations.ts';
import { showCheck } from '../../schema/elections/result.ts';
import { subjectName } from '../../schema/evaluations/names.ts';
import { figuresOf } from '../../schema/evaluations/posted.ts';
import { orderCounts } from '../../schema/evaluations/score.ts';
import { countsSay } from '../board/posted/said.ts';
import { Button } from '../ui/button.tsx';
import { call } from '../ui/call.ts';
import { Empty } from '../ui/empty.tsx';
import { conditionsSay, rulesSay } from '../ui/evaluation-says.ts';
import { useLoad } from '../ui/load.ts';
import { Loading } from '../ui/loading.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import { dayWords, momentWords } from '../ui/time.ts';
import { withoutStop } from '../ui/words/without-stop.ts';
import { withQuiet } from './address.ts';
import { t } from './evaluation-words.ts';
import { chunked, Paper } from './papers/paper.tsx';

/** The final result as it was frozen, and nothing else of it; before that the board as it is now. */
type Result = Pick<EvaluationBoard, 'subjects' | 'lines' | 'awards' | 'appeals'> & { at: number };

interface Whole {
  evaluation: Evaluation;
  result: Result | undefined;
}

async function read(id: string): Promise<Whole> {
  const params = { evaluation: id };
  const { evaluation } = await call(getEvaluation, { params });
  if (evaluation.state === 'provisional')
    return { evaluation, result: { at: Date.now(), ...(await call(getEvaluationBoard, { params })) } };
  if (evaluation.state !== 'final') return { evaluation, result: undefined };
  const { text } = await call(getEvaluationResult, { params });
  const frozen: FrozenResult = JSON.parse(text);
  return { evaluation, result: frozen };
}

/** Names that stand in the notice itself; more go into the annex. */
const inNotice = 12;
const onSheet = 26;
const codeMm = 25;

export function EvaluationList({ evaluation: id, demo }: { evaluation: string; demo: boolean }) {
  const from = useLoad(`evaluation ${id}`, () => read(id));
  return (
    <Loading from={from} what={t('reading')}>
      {({ evaluation, result }) =>
        result ? <Sheets evaluation={evaluation} result={result} demo={demo} /> : <Empty>{t('notYet')}</Empty>
      }
    </Loading>
  );
}

interface Awarded {
  id: string;
  title: string;
  winners: string[];
  /** what it takes */
  conditions: string;
  /** places that equal ones are still to be put in order for */
  open: { left: number; among: string[] } | undefined;
  /** until an award before it is decided */
  waits: boolean;
}

function awardsOf({ rules }: Evaluation, result: Result): Awarded[] {
  const names = new Map(result.subjects.map((one) => [one.id, subjectName(one)]));
  const named = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id);
  return result.awards.map((one) => {
    const award = rules.awards.find(({ id }) => id === one.award);
    return {
      id: one.award,
      title: award?.title ?? one.award,
      winners: one.state === 'waiting' ? [] : named(one.winners),
      conditions: conditionsSay(rules, award?.from),
      open: one.state === 'undecided' ? { left: one.left, among: named(one.among) } : undefined,
      waits: one.state === 'waiting',
    };
  });
}

function Sheets({ evaluation, result, demo }: { evaluation: Evaluation; result: Result; demo: boolean }) {
  const awards = awardsOf(evaluation, result);
  const annexes = awards
    .filter(({ winners }) => winners.length > inNotice)
    .flatMap(({ title, winners }) =>
      chunked(winners, onSheet).map((list, at) => ({ title, list, first: at * onSheet + 1 })),
    );
  return (
    <div class="print-columns">
      <div class="stack no-print">
        <h1>{t('title')}</h1>
        <p>{evaluation.title}</p>
        <div>
          <Button kind="primary" onClick={() => print()}>
            {t('print', { n: 1 + annexes.length })}
          </Button>
        </div>
        <p class="note">{t('paper')}</p>
        <a href={`/staff/evaluations/${evaluation.id}`}>{t('back')}</a>
      </div>
      <section class="sheets" aria-label={t('preview')}>
        <Notice evaluation={evaluation} result={result} awards={awards} demo={demo} />
        {annexes.map(({ title, list, first }, at) => (
          <Annex
            key={`${title} ${first}`}
            title={title}
            list={list}
            first={first}
            page={at + 2}
            demo={demo}
          />
        ))}
      </section>
    </div>
  );
}

function AwardLines({ title, winners, conditions, open, waits }: Awarded) {
  if (waits) return <p>{t('waits', { award: title })}</p>;
  const given = {
    award: title,
    n: winners.length,
    names: winners.join(t('comma')),
  };
  return (
    <>
      {winners.length > 0 && <p>{t(winners.length > inNotice ? 'givenAnnex' : 'given', given)}</p>}
      {open && <p>{t('open', { award: title, left: open.left, names: open.among.join(t('comma')) })}</p>}
      {winners.length === 0 && !open && <p>{t('nobody', { award: title, conditions })}</p>}
    </>
  );
}

function Notice(props: {
  evaluation: Evaluation;
  result: Result;
  awards: readonly Awarded[];
  demo: boolean;
}) {
  const { evaluation, result } = props;
  const final = evaluation.state === 'final';
  const { appeals, ...counts } = figuresOf(result);
  const { posted } = evaluation;
  const address = `${location.origin}/i/e/${evaluation.id}`;
  return (
    <Paper
      close
      page={1}
      demo={props.demo}
      title={t(final ? 'heading' : 'headingFirst', { title: evaluation.title })}
      foot={
        <footer class="paper-foot">
          <div class="paper-notes">
            {evaluation.phone !== '' && <p>{t('asks', { phone: evaluation.phone })}</p>}
            <p>{t('rulesCode', { n: evaluation.version, code: showCheck(evaluation.rulesSha256) })}</p>
            {evaluation.resultSha256 !== null && (
              <p>{t('check', { code: showCheck(evaluation.resultSha256) })}</p>
            )}
            {posted && (
              <>
                <p>{t('checkPosted', { code: showCheck(posted.sha256) })}</p>
                <div class="paper-code">
                  <div class="sheet-qr" style={{ width: `${withQuiet(address, codeMm)}mm` }}>
                    <QrCode text={address} of={t('scan')} />
                  </div>
                  <span>{t('scan')}</span>
                </div>
              </>
            )}
          </div>
          <div class="paper-seal">
            <p>{evaluation.organiser}</p>
            <p>{dayWords(result.at, 0)}</p>
          </div>
        </footer>
      }
    >
      <p>
        {t(final ? 'first' : 'firstProvisional', {
          title: evaluation.title,
          period: evaluation.period,
          n: result.subjects.length,
        })}
      </p>
      {props.awards.map((award) => (
        <AwardLines key={award.id} {...award} />
      ))}
      <p>{countsSay(counts)}</p>
      <p>{t('rules', { rules: rulesSay(evaluation.rules) })}</p>
      {orderCounts(evaluation.rules, result.lines, evaluation.decided) && (
        <p>{t('tied', { words: withoutStop(evaluation.decidedWords) })}</p>
      )}
      {final && appeals.n > 0 && (
        <p>
          {t('appeals', { n: appeals.n, upheld: appeals.upheld })}
          {appeals.corrected > 0 && t('corrected', { n: appeals.corrected })}
        </p>
      )}
      {!final && <p>{t('until', { until: momentWords(evaluation.appealsUntil ?? 0) })}</p>}
    </Paper>
  );
}

function Annex(props: {
  title: string;
  list: readonly string[];
  first: number;
  page: number;
  demo: boolean;
}) {
  return (
    <Paper page={props.page} demo={props.demo}>
      <h3 class="paper-annex">{t('annex', { award: props.title })}</h3>
      <table class="paper-table">
        <thead>
          <tr>
            <th>{t('place')}</th>
            <th>{t('who')}</th>
          </tr>
        </thead>
        <tbody>
          {props.list.map((name, at) => (
            <tr key={name}>
              <td>{props.first + at}</td>
              <td>{name}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Paper>
  );
}
