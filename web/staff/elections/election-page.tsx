// Steering an election: its facts and days, what is the matter with which of its contests, and the acts on the whole of it.
import { useMemo, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import {
  type ContestLine,
  cancelContests,
  type Election,
  type ElectionWithPack,
  getElection,
  listContests,
  updateElection,
} from '../../../schema/api/elections.ts';
import type { Body } from '../../../schema/api/endpoint.ts';
import type { SteeredElection } from '../../../schema/elections/steering.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { count } from '../../ui/figures.ts';
import { useAct, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Menu } from '../../ui/menu.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { toast } from '../../ui/toast.tsx';
import { Tellers } from '../boxes/tellers.tsx';
import { CopyText } from '../copy-text.tsx';
import { Page } from '../page.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { ContestTable } from './contest-table.tsx';
import { EditElection } from './edit-election.tsx';
import { ElectionFacts } from './election-facts.tsx';
import { MoveDays } from './move-days.tsx';
import { MoveOn } from './move-on.tsx';
import { packOf } from './plan.ts';
import { t } from './words.ts';

type Change = Omit<Body<typeof updateElection>, 'rev'>;

export function ElectionPage() {
  const { params } = useRoute();
  const id = params.election ?? '';
  const loaded = useLoad(`election ${id}`, async () => {
    const [election, { contests }] = await Promise.all([
      call(getElection, { params: { election: id } }),
      call(listContests, { params: { election: id } }),
    ]);
    return { election, contests };
  });
  return (
    <Loading from={loaded}>
      {({ election, contests }) => (
        <Steering
          election={election}
          contests={contests}
          put={(next) => loaded.put({ election: { ...election, ...next }, contests })}
          again={loaded.again}
        />
      )}
    </Loading>
  );
}

function Steering(props: {
  election: ElectionWithPack;
  contests: readonly ContestLine[];
  put: (election: Election) => void;
  again: () => void;
}) {
  const { election, contests, put } = props;
  const [open, setOpen] = useState<'days' | 'facts' | 'cancel'>();
  const { busy, problem, act } = useAct();
  const params = { election: election.id };
  const steered: SteeredElection = useMemo(() => ({ ...election, pack: packOf(election) }), [election]);
  const turn = (one: 'days' | 'facts') => setOpen(open === one ? undefined : one);
  const change = (what: Change, said: string) =>
    act(async () => {
      put(await call(updateElection, { params, body: { rev: election.rev, ...what } }));
      setOpen(undefined);
      toast(said);
    });
  const cancel = (reason: string) =>
    act(async () => {
      const { cancelled } = await call(cancelContests, { params, body: { reason } });
      setOpen(undefined);
      toast(t('cancelled', { n: count(cancelled) }));
      props.again();
    });
  const mayEdit = election.mayEdit && election.cancelledAt === null;
  const preparing = contests.some(({ state }) => state === 'preparing');
  const sheet = `/staff/elections/${election.id}/candidates`;
  return (
    <Page
      title={election.title}
      steps={[{ title: t('home'), href: '/staff/' }, { title: election.title }]}
      facts={`${t(`preset-${election.preset}`)} · ${election.unit.name} · ${t('contests', { n: count(contests.length) })}`}
      action={
        mayEdit &&
        preparing && (
          <LinkButton kind="primary" href={sheet}>
            {t('addCandidates')}
          </LinkButton>
        )
      }
    >
      {election.rehearsal && <Banner kind="warn">{t('isRehearsal')}</Banner>}
      {election.cancelledAt !== null && <Banner kind="warn">{t('cancelledBanner')}</Banner>}
      {problem && open !== 'cancel' && <Banner kind="warn">{problem}</Banner>}
      {mayEdit && (
        <div class="line no-print">
          <Button small kind="outlined" expanded={open === 'days'} onClick={() => turn('days')}>
            {t('changeDays')}
          </Button>
          <Button small kind="outlined" expanded={open === 'facts'} onClick={() => turn('facts')}>
            {t('edit')}
          </Button>
          <Menu items={[{ title: t('cancel'), onChoose: () => setOpen('cancel') }]} />
        </div>
      )}
      {election.preset !== 'nominations' && (
        <div class="line no-print">
          <LinkButton small kind="outlined" href={`/staff/elections/${election.id}/results`}>
            {t('toResults')}
          </LinkButton>
          {election.mayEdit && (
            <LinkButton small kind="outlined" href={`/print/papers?election=${election.id}`}>
              {t('toPapers')}
            </LinkButton>
          )}
          {mayEdit &&
            election.roll &&
            contests.some(({ state }) => state === 'frozen' || state === 'open') && (
              <LinkButton small kind="outlined" href={`/print/letters?roll=${election.roll.id}`}>
                {t('toLetters')}
              </LinkButton>
            )}
        </div>
      )}
      {open === 'days' && (
        <MoveDays election={election} busy={busy} onSave={(days) => change({ days }, t('daysSaved'))} />
      )}
      {open === 'facts' && (
        <EditElection election={election} busy={busy} onSave={(what) => change(what, t('saved'))} />
      )}
      {open === 'cancel' && (
        <CancelDialog busy={busy} problem={problem} onCancel={cancel} onClose={() => setOpen(undefined)} />
      )}
      <div class="run-page">
        <ElectionFacts election={election} />
        <section class="card stack tight">
          <h2>{t('publicPage')}</h2>
          <QrCode text={election.link} of={election.title} />
          <CopyText text={election.link} />
        </section>
      </div>
      {mayEdit && <MoveOn id={election.id} election={steered} contests={contests} again={props.again} />}
      {election.preset === 'sealed' && <Tellers election={election} changed={props.again} />}
      <ContestTable id={election.id} election={steered} contests={contests} />
    </Page>
  );
}
