// What may be done to a run while it runs. Only closing cannot be undone, so only closing asks first.
import { useLayoutEffect, useState } from 'preact/hooks';
import { type Campaign, recountCampaign, updateCampaign } from '../../../schema/api/campaigns.ts';
import type { Body } from '../../../schema/api/endpoint.ts';
import { getForm } from '../../../schema/api/forms.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { count } from '../../ui/figures.ts';
import { useAct, useLoad } from '../../ui/load.ts';
import { Menu } from '../../ui/menu.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { dateInput, fromInputs, timeInput } from '../../ui/time.ts';
import { toast } from '../../ui/toast.tsx';
import { t as ui } from '../../ui/words/ui.ts';
import { ChangesSince } from '../form/changes.tsx';
import { adminBranches, useSession } from '../session.ts';
import { places } from './places.ts';
import { t } from './words.ts';

type Change = Omit<Body<typeof updateCampaign>, 'rev'>;

export function Steering(props: { run: Campaign; put: (run: Campaign) => void }) {
  const { run, put } = props;
  const { me } = useSession();
  const [asking, setAsking] = useState(false);
  const [extending, setExtending] = useState(false);
  const { busy, problem, act } = useAct();
  const params = { campaign: run.id };
  const change = (what: Change, said: string) =>
    act(async () => {
      const next = await call(updateCampaign, { params, body: { rev: run.rev, ...what } });
      put(next);
      setAsking(false);
      setExtending(false);
      toast(said, undoOf(next, what));
    });
  /** Only a new end is hard to find again: the other acts have their opposite on the page. */
  const undoOf = ({ rev }: Campaign, { closesAt }: Change) =>
    closesAt === undefined || run.closesAt <= Date.now()
      ? undefined
      : () =>
          act(async () => put(await call(updateCampaign, { params, body: { rev, closesAt: run.closesAt } })));
  const recount = () =>
    act(async () => {
      const result = await call(recountCampaign, { params, body: {} });
      const n = result.differences.length;
      toast(n === 0 ? t('recountSame', { n: count(result.responses) }) : t('recountDiffers', { n }));
    });
  const over = run.phase === 'closed';
  const ballot = run.kind === 'election' || run.kind === 'owner-vote';
  const seldom = [
    !over && {
      title: t(run.listed ? 'unlist' : 'list'),
      onChoose: () => change({ listed: !run.listed }, t(run.listed ? 'nowUnlisted' : 'nowListed')),
    },
    !over &&
      !ballot && {
        title: t(run.liveResult ? 'hideResult' : 'showResult'),
        onChoose: () => change({ liveResult: !run.liveResult }, t(run.liveResult ? 'nowHidden' : 'nowShown')),
      },
    adminBranches(me).length > 0 && { title: t('recount'), onChoose: recount },
  ].filter((item) => item !== false);
  return (
    <section class="stack tight no-print" aria-label={run.title}>
      {problem && !asking && <Banner kind="warn">{problem}</Banner>}
      <div class="line">
        {!over &&
          (run.state === 'paused' ? (
            <Button
              small
              kind="outlined"
              id={places.pause}
              busy={busy}
              onClick={() => change({ state: 'open' }, t('goesOn'))}
            >
              {t('goOn')}
            </Button>
          ) : (
            <Button
              small
              kind="outlined"
              id={places.pause}
              busy={busy}
              onClick={() => change({ state: 'paused' }, t('pausedNow'))}
            >
              {t('pause')}
            </Button>
          ))}
        {run.state !== 'closed' && (
          <Button
            small
            kind="outlined"
            id={places.extend}
            expanded={extending}
            onClick={() => setExtending(!extending)}
          >
            {t('extend')}
          </Button>
        )}
        {!over && (
          <Button
            small
            kind="outlined"
            id={places.close}
            onClick={() => {
              setExtending(false);
              setAsking(true);
            }}
          >
            {t('close')}
          </Button>
        )}
        <LinkButton small kind="outlined" href={`/staff/campaigns/${run.id}/again`}>
          {t('again')}
        </LinkButton>
        {seldom.length > 0 && <Menu items={seldom} />}
      </div>
      {extending && (
        <Extend
          run={run}
          busy={busy}
          onExtend={(closesAt) => change({ closesAt }, t('extended'))}
          onClose={() => {
            setExtending(false);
            document.getElementById(places.extend)?.focus();
          }}
        />
      )}
      {!over && (
        <NewerVersion
          run={run}
          busy={busy}
          onMove={(version) => change({ version }, t('changed', { n: version }))}
        />
      )}
      {asking && (
        <Dialog
          title={t('closeTitle')}
          verb={t('closeAct')}
          danger
          busy={busy}
          problem={problem}
          onAct={() => change({ state: 'closed' }, t('closed'))}
          onClose={() => setAsking(false)}
        >
          <p>{t('closeWords', { n: count(run.accepted) })}</p>
        </Dialog>
      )}
    </section>
  );
}

function Extend(props: {
  run: Campaign;
  busy: boolean;
  onExtend: (closesAt: number) => void;
  onClose: () => void;
}) {
  const [day, setDay] = useState(dateInput(props.run.closesAt));
  const [time, setTime] = useState(timeInput(props.run.closesAt));
  const [wrong, setWrong] = useState('');
  // It hears from the moment it is seen.
  useLayoutEffect(() => {
    const heard = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) props.onClose();
    };
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  });
  return (
    <form
      class="sheet card"
      onSubmit={(event) => {
        event.preventDefault();
        const at = fromInputs(day, time);
        if (at === undefined || at <= Date.now()) setWrong(t('endBeforeStart'));
        else props.onExtend(at);
      }}
    >
      <div class="two-fields">
        <TextField type="date" label={t('endDay')} value={day} onInput={setDay} error={wrong || undefined} />
        <TextField type="time" label={t('endTime')} value={time} onInput={setTime} />
      </div>
      <div class="line">
        <Button type="submit" kind="outlined" busy={props.busy}>
          {t('extendAct')}
        </Button>
        <Button onClick={props.onClose}>{ui('cancel')}</Button>
      </div>
    </form>
  );
}

function NewerVersion(props: { run: Campaign; busy: boolean; onMove: (version: number) => void }) {
  const { run } = props;
  const form = useLoad(`newest ${run.form}`, () => call(getForm, { params: { form: run.form } }));
  const newest = form.value?.version ?? 0;
  if (newest <= run.version) return null;
  return (
    <div class="banner stack tight">
      <p>{t('newVersionWords', { n: newest, old: run.version })}</p>
      <ChangesSince form={run.form} version={run.version} after={newest} />
      <div>
        <Button small kind="outlined" busy={props.busy} onClick={() => props.onMove(newest)}>
          {t('newVersionAct', { n: newest })}
        </Button>
      </div>
    </div>
  );
}
