// One evaluation: where it stands, the next step, and what belongs to its stage.
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import type { Output } from '../../../schema/api/endpoint.ts';
import { listRaters } from '../../../schema/api/evaluation-raters.ts';
import type { Evaluation, EvaluationSubject } from '../../../schema/api/evaluation-shapes.ts';
import { getEvaluation, getEvaluationBoard } from '../../../schema/api/evaluations.ts';
import { listSubtree, type Unit } from '../../../schema/api/units.ts';
import { evaluationName, subjectName } from '../../../schema/evaluations/names.ts';
import type { ToldLine } from '../../../schema/evaluations/told.ts';
import { Banner } from '../../ui/banner.tsx';
import { call } from '../../ui/call.ts';
import { rulesSay } from '../../ui/evaluation-says.ts';
import { hasWords } from '../../ui/has-words.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Stages, type Step } from '../../ui/stages.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { momentWords } from '../../ui/time.ts';
import { Page } from '../page.tsx';
import { boardBranches, useSession } from '../session.ts';
import { EvaluationActs } from './acts.tsx';
import { Board, OwnResults } from './board.tsx';
import { t as brief } from './brief-words.ts';
import { PostedPart } from './posted.tsx';
import { type Beside, Prepare, readAround } from './prepare.tsx';
import { type Raters, RatersPart, shownFirst } from './raters.tsx';
import { t } from './words.ts';

export function EvaluationPage() {
  const { params } = useRoute();
  const { me } = useSession();
  const id = params.evaluation ?? '';
  const mayRead = boardBranches(me).length > 0;
  // Everything of its stage at once, so that nothing moves when a part of it comes later.
  const loaded = useLoad(`evaluation ${id}`, async (): Promise<Omit<View, 'onChanged'>> => {
    const at = { params: { evaluation: id } };
    const view = await call(getEvaluation, at);
    const { state, keeps, subjects } = view.evaluation;
    const shown = state === 'provisional' || state === 'final';
    // Those who see some of the subjects alone have no board of all of them.
    const whole = mayRead && view.subjects.length === subjects;
    const marking = keeps && (state === 'draft' || state === 'rating');
    const [board, raters, tree, around] = await Promise.all([
      shown && whole ? call(getEvaluationBoard, at).catch(() => undefined) : undefined,
      marking ? call(listRaters, at) : undefined,
      marking ? call(listSubtree, { params: { unit: view.evaluation.unit.id } }) : undefined,
      keeps && state === 'draft' ? readAround() : undefined,
    ]);
    return { ...view, board, raters, units: tree?.units ?? [], around };
  });
  return <Loading from={loaded}>{(view) => <One key={id} {...view} onChanged={loaded.again} />}</Loading>;
}

type OwnBoard = Output<typeof getEvaluationBoard>;
interface View {
  evaluation: Evaluation;
  subjects: EvaluationSubject[];
  /** of the own area alone, where there is no board of all */
  lines: ToldLine[];
  board: OwnBoard | undefined;
  raters: Raters | undefined;
  /** of the branch, in tree order, while there is somebody to ask */
  units: readonly Unit[];
  around: Beside | undefined;
  onChanged: () => void;
}

function One(view: View) {
  const { evaluation, subjects, lines, board, raters, units, around, onChanged } = view;
  const { state, keeps } = evaluation;
  // One thing at a time: what is being written is kept before the next step.
  const [dirty, setDirty] = useState(false);
  return (
    <Page
      title={evaluationName(evaluation)}
      steps={[{ title: brief('title'), href: '/staff/evaluations' }, { title: evaluation.title }]}
      facts={`${evaluation.unit.name} · ${brief('subjectsN', { n: evaluation.subjects })} · ${brief(`state-${state}`)}`}
      action={
        keeps &&
        !dirty && <EvaluationActs evaluation={evaluation} subjects={subjects} onChanged={onChanged} />
      }
    >
      {state === 'cancelled' && <Banner>{t('cancelledFor', { reason: evaluation.reason })}</Banner>}
      {state !== 'cancelled' && <Stages steps={stepsOf(evaluation)} now={t('isNow')} />}
      {state === 'provisional' && board && <OpenAppeals evaluation={evaluation} board={board} />}
      {state === 'final' && <PostedPart evaluation={evaluation} onChanged={onChanged} />}
      {board && <Board evaluation={evaluation} board={board} onChanged={onChanged} />}
      {around && (
        <Prepare
          key={evaluation.rulesSha256}
          evaluation={evaluation}
          around={around}
          onChanged={onChanged}
          onDirty={setDirty}
        />
      )}
      {raters && <RatersPart {...{ evaluation, raters, units, subjects, onChanged }} />}
      {lines.length > 0 && <OwnResults evaluation={evaluation} subjects={subjects} lines={lines} />}
      {!board && lines.length === 0 && <Subjects evaluation={evaluation} subjects={subjects} />}
      {state !== 'draft' && !board && (
        <details>
          <summary>{t('rules')}</summary>
          <p>{rulesSay(evaluation.rules)}</p>
        </details>
      )}
    </Page>
  );
}

const order = ['draft', 'rating', 'provisional', 'final'] as const;

function stepsOf(evaluation: Evaluation): Step[] {
  const { state, openedAt, closesAt, appealsUntil, finalAt } = evaluation;
  const now = state === 'cancelled' ? -1 : order.indexOf(state);
  const when = {
    draft: openedAt === null ? '' : brief('until', { day: momentWords(openedAt) }),
    rating: brief('until', { day: momentWords(closesAt) }),
    provisional: appealsUntil === null ? '' : brief('until', { day: momentWords(appealsUntil) }),
    final: finalAt === null ? '' : t('on', { day: momentWords(finalAt) }),
  };
  return order.map((key, at) => ({
    key,
    title: t(`stage-${key}`),
    when: when[key],
    state: at < now || state === 'final' ? 'done' : at === now ? 'now' : 'coming',
  }));
}

/** Those that wait for the reader first; who may not decide one is told that another organiser does. */
function OpenAppeals({ evaluation, board }: { evaluation: Evaluation; board: OwnBoard }) {
  const open = board.appeals.filter(({ state }) => state === 'open');
  const others = new Set(evaluation.keeps ? board.notYours : open.map(({ id }) => id));
  const names = new Map(board.subjects.map((one) => [one.id, subjectName(one)]));
  const list = (title: string, appeals: typeof open, note?: string) =>
    appeals.length > 0 && (
      <section class="stack tight" aria-label={title}>
        <h2>{title}</h2>
        {note && <p class="note">{note}</p>}
        <ul class="evaluation-list">
          {appeals.map(({ id, subject }) => (
            <li key={id}>
              {!note && '▲ '}
              <a href={`/staff/evaluations/${evaluation.id}/subjects/${subject}#appeals`}>
                {t('seeAppeal', { name: names.get(subject) ?? '' })}
              </a>
            </li>
          ))}
        </ul>
      </section>
    );
  return (
    <>
      {list(
        t('appealList'),
        open.filter(({ id }) => !others.has(id)),
      )}
      {list(
        t('appealsOthers'),
        open.filter(({ id }) => others.has(id)),
        t(evaluation.keeps ? 'ownAppeal' : 'appealsKeepers'),
      )}
    </>
  );
}

function Subjects({
  evaluation,
  subjects,
}: {
  evaluation: Evaluation;
  subjects: readonly EvaluationSubject[];
}) {
  const [words, setWords] = useState('');
  const has = hasWords(words);
  const found = subjects.filter((one) => has(subjectName(one)));
  const records = evaluation.keeps && evaluation.state === 'rating';
  return (
    <section class="stack tight" aria-labelledby="subjects">
      <h2 id="subjects">{t(records ? 'record' : 'subjects')}</h2>
      {records && <p class="note">{t('recordNote')}</p>}
      {subjects.length > shownFirst && (
        <TextField type="search" label={t('find')} value={words} onInput={setWords} />
      )}
      {found.length === 0 && <p class="note">{t('noneFound')}</p>}
      <ul class="evaluation-list">
        {found.slice(0, shownFirst).map((one) => (
          <li key={one.id}>
            {evaluation.state === 'draft' ? (
              subjectName(one)
            ) : (
              <a href={`/staff/evaluations/${evaluation.id}/subjects/${one.id}`}>{subjectName(one)}</a>
            )}
          </li>
        ))}
      </ul>
      {found.length > shownFirst && <p class="note">{t('moreSubjects', { n: shownFirst })}</p>}
    </section>
  );
}
