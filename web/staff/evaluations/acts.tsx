// The next step of an evaluation, with what it cannot be taken back from, and what is done with the whole of it.
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { listRaters } from '../../../schema/api/evaluation-raters.ts';
import type { Evaluation, EvaluationSubject } from '../../../schema/api/evaluation-shapes.ts';
import {
  getEvaluationGaps,
  nextEvaluation,
  stepEvaluation,
  updateEvaluation,
} from '../../../schema/api/evaluations.ts';
import { type StepFault, stepFaults } from '../../../schema/evaluations/stages.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { freshId } from '../../ui/fresh-id.ts';
import { useAct, useLoad } from '../../ui/load.ts';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { isProblem } from '../../ui/problem.ts';
import { TextField } from '../../ui/text-field.tsx';
import { dateInput, dayLength, fromInputs, timeInput } from '../../ui/time.ts';
import { toast } from '../../ui/toast.tsx';
import { Gaps } from './gaps.tsx';
import { nextPeriod } from './next-period.ts';
import { notDone } from './raters.tsx';
import { t } from './words.ts';

type Asked = 'rating' | 'provisional' | 'final' | 'cancelled' | 'extend' | 'next';

const nextOf = {
  draft: { to: 'rating', verb: 'open' },
  rating: { to: 'provisional', verb: 'provisional' },
  provisional: { to: 'final', verb: 'finalStep' },
} as const;

export function EvaluationActs({ evaluation, subjects, onChanged }: Omit<Props, 'onClose'>) {
  const [asking, setAsking] = useState<Asked>();
  const { state } = evaluation;
  const step = state === 'draft' || state === 'rating' || state === 'provisional' ? nextOf[state] : undefined;
  const items: MenuItem[] = [
    ...(state === 'rating' && Date.now() < evaluation.closesAt
      ? [{ title: t('extend'), onChoose: () => setAsking('extend') }]
      : []),
    ...(state === 'provisional' || state === 'rating'
      ? [{ title: t('next'), onChoose: () => setAsking('next') }]
      : []),
    ...(step ? [{ title: t('cancelStep'), danger: true, onChoose: () => setAsking('cancelled') }] : []),
  ];
  const close = () => setAsking(undefined);
  const props = { evaluation, subjects, onChanged, onClose: close };
  return (
    <>
      {step && (
        <Button kind="primary" onClick={() => setAsking(step.to)}>
          {t(step.verb)}
        </Button>
      )}
      {state === 'provisional' && (
        <LinkButton kind="outlined" href={`/print/evaluation?evaluation=${evaluation.id}`}>
          {t('printProvisional')}
        </LinkButton>
      )}
      {state === 'final' && (
        <>
          <LinkButton kind="primary" href={`/print/evaluation?evaluation=${evaluation.id}`}>
            {t('print')}
          </LinkButton>
          <Button kind="outlined" onClick={() => setAsking('next')}>
            {t('next')}
          </Button>
        </>
      )}
      {items.length > 0 && <Menu title={t('menu')} about={evaluation.title} items={items} />}
      {asking === 'extend' && <Extend {...props} />}
      {asking === 'next' && <Next {...props} />}
      {asking && asking !== 'extend' && asking !== 'next' && <Ask key={asking} to={asking} {...props} />}
    </>
  );
}

interface Props {
  evaluation: Evaluation;
  subjects: readonly EvaluationSubject[];
  onChanged: () => void;
  onClose: () => void;
}

const asks = {
  rating: { title: 'openTitle', words: 'openWords', verb: 'open', done: 'opened' },
  provisional: {
    title: 'provisionalTitle',
    words: 'provisionalWords',
    verb: 'provisional',
    done: 'provisionalDone',
  },
  final: { title: 'finalTitle', words: 'finalWords', verb: 'finalStep', done: 'finalDone' },
  cancelled: { title: 'cancelTitle', words: undefined, verb: 'cancelStep', done: 'cancelDone' },
} as const;

/** People whose own household is not told, as a refusal names them. */
const peopleIn = (told: unknown): { id: string; person: string }[] =>
  (Array.isArray(told) ? told : []).flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'id' in one && 'person' in one
      ? [{ id: String(one.id), person: String(one.person) }]
      : [],
  );

function Ask({ to, evaluation, subjects, onChanged, onClose }: Props & { to: keyof typeof asks }) {
  const words = asks[to];
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [faults, setFaults] = useState<readonly StepFault[]>([]);
  const [people, setPeople] = useState<readonly { id: string; person: string }[]>([]);
  const [untold, setUntold] = useState(people);
  const [doors, setDoors] = useState<Readonly<Record<string, string>>>({});
  const { busy, problem, act } = useAct();
  const marking = to === 'rating' || to === 'provisional';
  const read = useLoad(`gaps ${to} ${evaluation.rev}`, async () =>
    marking ? (await call(getEvaluationGaps, { params: { evaluation: evaluation.id } })).gaps : [],
  );
  const needsReason = to === 'cancelled';
  const send = () =>
    act(async () => {
      setTried(true);
      if (needsReason && reason.trim() === '') return;
      const body = {
        rev: evaluation.rev,
        to,
        ...(needsReason && { reason: reason.trim() }),
        ...(people.length > 0 && {
          homes: people.map(({ id }) => ({ subject: id, door: doors[id]?.trim() ?? '' })),
        }),
      };
      try {
        await call(stepEvaluation, { params: { evaluation: evaluation.id }, body });
      } catch (thrown) {
        const told = isProblem(thrown, 'evaluation-not-ready') ? thrown.details.faults : undefined;
        setFaults(Array.isArray(told) ? stepFaults.filter((one) => told.includes(one)) : []);
        if (isProblem(thrown, 'evaluation-not-ready')) {
          const missing = peopleIn(thrown.details.people);
          setUntold(missing);
          const known = new Set(people.map(({ id }) => id));
          setPeople([...people, ...missing.filter(({ id }) => !known.has(id))]);
        }
        // What somebody else changed is read at once, and a second press goes by it.
        if (isProblem(thrown, 'stale')) onChanged();
        throw thrown;
      }
      toast(t(words.done));
      onClose();
      onChanged();
    });
  return (
    <Dialog
      title={t(words.title)}
      verb={t(words.verb)}
      danger={needsReason}
      // What it costs is read before it is done.
      busy={busy || read.state === 'waiting'}
      problem={problem}
      onAct={send}
      onClose={onClose}
    >
      {words.words && <p>{t(words.words, { n: evaluation.appealDays })}</p>}
      {to === 'provisional' && <StillOpen evaluation={evaluation} />}
      <Gaps evaluation={evaluation} subjects={subjects} gaps={read.value ?? []} onLeave={onClose} />
      {faults.length > 0 && (
        <ul class="evaluation-faults">
          {faults.map((fault) => (
            <li key={fault}>▲ {t(`fault-${fault}`)}</li>
          ))}
        </ul>
      )}
      {people.map(({ id, person }) => (
        <TextField
          key={id}
          label={t('homeOf', { name: person })}
          optional
          maxLength={20}
          value={doors[id] ?? ''}
          onInput={(door) => setDoors({ ...doors, [id]: door })}
          error={
            (doors[id] ?? '') !== '' && untold.some((one) => one.id === id) ? t('homeUnknown') : undefined
          }
        />
      ))}
      {needsReason && (
        <TextField
          label={t('cancelReason')}
          maxLength={300}
          value={reason}
          onInput={setReason}
          error={tried && reason.trim() === '' ? t('needReason') : undefined}
        />
      )}
    </Dialog>
  );
}

function StillOpen({ evaluation }: { evaluation: Evaluation }) {
  const raters = useLoad(`open ${evaluation.id}`, () =>
    call(listRaters, { params: { evaluation: evaluation.id } }),
  );
  const n = raters.value ? notDone(raters.value).length : 0;
  return n > 0 ? <p>▲ {t('provisionalOpen', { n })}</p> : null;
}

function Extend({ evaluation, onChanged, onClose }: Props) {
  const [day, setDay] = useState(dateInput(evaluation.closesAt + dayLength));
  const { busy, problem, act } = useAct();
  const send = () =>
    act(async () => {
      const closesAt = fromInputs(day, timeInput(evaluation.closesAt));
      if (closesAt === undefined) return;
      const body = { rev: evaluation.rev, closesAt };
      await call(updateEvaluation, { params: { evaluation: evaluation.id }, body });
      toast(t('extended'));
      onClose();
      onChanged();
    });
  return (
    <Dialog
      title={t('extendTitle')}
      verb={t('extend')}
      busy={busy}
      problem={problem}
      onAct={send}
      onClose={onClose}
    >
      <TextField type="date" label={t('closesDay')} value={day} onInput={setDay} />
    </Dialog>
  );
}

/** Days from one run to the next where nobody says otherwise. */
const runDays = 30;

function Next({ evaluation, onClose }: Props) {
  const { route } = useLocation();
  const closes = Math.max(evaluation.closesAt + runDays * dayLength, Date.now() + dayLength);
  const [title, setTitle] = useState(evaluation.title);
  const [period, setPeriod] = useState(nextPeriod(evaluation.period) ?? '');
  const [day, setDay] = useState(dateInput(closes));
  const [tried, setTried] = useState(false);
  const [id] = useState(freshId);
  const { busy, problem, act } = useAct();
  const send = () =>
    act(async () => {
      setTried(true);
      const closesAt = fromInputs(day, timeInput(evaluation.closesAt));
      if (closesAt === undefined || title.trim() === '') return;
      const made = await call(nextEvaluation, {
        params: { evaluation: evaluation.id },
        body: { id, title: title.trim(), period: period.trim(), closesAt },
      });
      toast(t('nextDone'));
      onClose();
      route(`/staff/evaluations/${made.id}`);
    });
  return (
    <Dialog
      title={t('nextTitle')}
      verb={t('next')}
      busy={busy}
      problem={problem}
      onAct={send}
      onClose={onClose}
    >
      <p>{t('nextWords')}</p>
      <TextField
        label={t('name')}
        maxLength={60}
        value={title}
        onInput={setTitle}
        error={tried && title.trim() === '' ? t('needName') : undefined}
      />
      <TextField label={t('period')} optional maxLength={20} value={period} onInput={setPeriod} />
      <TextField type="date" label={t('closesDay')} value={day} onInput={setDay} />
    </Dialog>
  );
}
