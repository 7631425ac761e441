// /print/evaluation?evaluation=…: who got what, as it is posted: a notice in front, set as official papers are, and long lists
// behind it. Out of the frozen result, and of nothing else.
import {
  type Evaluation,
  type FrozenResult,
  getEvaluation,
  getEvaluationResult,
} from '../../schema/api/evaluations.ts';
import { showCheck } from '../../schema/elections/result.ts';
import { rulesSay, subjectName } from '../staff/evaluations/says.ts';
import { Button } from '../ui/button.tsx';
import { call } from '../ui/call.ts';
import { Empty } from '../ui/empty.tsx';
import { useLoad } from '../ui/load.ts';
import { Loading } from '../ui/loading.tsx';
import { dayWords } from '../ui/time.ts';
import { withoutStop } from '../ui/words/without-stop.ts';
import { t } from './evaluation-words.ts';
import { chunked, Paper } from './papers/paper.tsx';

interface Whole {
  evaluation: Evaluation;
  result: FrozenResult | undefined;
}

async function read(evaluation: string): Promise<Whole> {
  const params = { evaluation };
  const view = await call(getEvaluation, { params });
  if (view.evaluation.state !== 'final') return { evaluation: view.evaluation, result: undefined };
  const { text } = await call(getEvaluationResult, { params });
  return { evaluation: view.evaluation, result: JSON.parse(text) };
}

/** Names that stand in the notice itself; more go into the annex. */
const inNotice = 12;
const onSheet = 26;

export function EvaluationList({ evaluation: id }: { evaluation: string }) {
  const from = useLoad(`evaluation ${id}`, () => read(id));
  return (
    <Loading from={from} what={t('reading')}>
      {({ evaluation, result }) =>
        result ? <Sheets evaluation={evaluation} result={result} /> : <Empty>{t('notYet')}</Empty>
      }
    </Loading>
  );
}

function Sheets({ evaluation, result }: { evaluation: Evaluation; result: FrozenResult }) {
  const names = new Map(result.subjects.map((one) => [one.id, subjectName(one)]));
  const awards = result.awards.map((one) => ({
    id: one.award,
    title: evaluation.rules.awards.find(({ id }) => id === one.award)?.title ?? one.award,
    winners: one.state === 'given' ? one.winners.map((id) => names.get(id) ?? id) : [],
  }));
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
        <Notice evaluation={evaluation} result={result} awards={awards} />
        {annexes.map(({ title, list, first }, at) => (
          <Annex key={`${title} ${first}`} title={title} list={list} first={first} page={at + 2} />
        ))}
      </section>
    </div>
  );
}

function Notice(props: {
  evaluation: Evaluation;
  result: FrozenResult;
  awards: readonly { id: string; title: string; winners: string[] }[];
}) {
  const { evaluation, result } = props;
  const objected = result.appeals.filter(({ state }) => state !== 'noted');
  const upheld = objected.filter(({ state }) => state === 'upheld').length;
  const unscored = result.lines.filter(({ score }) => score === null).length;
  return (
    <Paper
      close
      page={1}
      title={t('heading', { title: evaluation.title })}
      foot={
        <footer class="paper-foot">
          <div class="paper-notes">
            {evaluation.phone !== '' && <p>{t('asks', { phone: evaluation.phone })}</p>}
            <p>{t('rulesCode', { n: evaluation.version, code: showCheck(evaluation.rulesSha256) })}</p>
            {evaluation.resultSha256 !== null && (
              <p>{t('check', { code: showCheck(evaluation.resultSha256) })}</p>
            )}
          </div>
          <div class="paper-seal">
            <p>{evaluation.organiser}</p>
            <p>{dayWords(result.at, 0)}</p>
          </div>
        </footer>
      }
    >
      <p>{t('first', { title: evaluation.title, period: evaluation.period, n: result.subjects.length })}</p>
      {props.awards.map(({ id, title, winners }) => (
        <p key={id}>
          {winners.length === 0
            ? t('nobody', { award: title })
            : t(winners.length > inNotice ? 'givenAnnex' : 'given', {
                award: title,
                n: winners.length,
                names: winners.join(t('comma')),
              })}
        </p>
      ))}
      {unscored > 0 && <p>{t('unscored', { n: unscored })}</p>}
      <p>{t('rules', { rules: rulesSay(evaluation.rules) })}</p>
      {evaluation.decidedWords !== '' && <p>{t('tied', { words: withoutStop(evaluation.decidedWords) })}</p>}
      {objected.length > 0 && <p>{t('appeals', { n: objected.length, upheld })}</p>}
      <p>{t('until')}</p>
    </Paper>
  );
}

function Annex(props: { title: string; list: readonly string[]; first: number; page: number }) {
  return (
    <Paper page={props.page}>
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
