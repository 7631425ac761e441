// One vote of owners: prepared, posted, served and voted on, counted, announced; each step says what comes next.
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import type { Output } from '../../../schema/api/endpoint.ts';
import { getOwnerVote, stepOwnerVote } from '../../../schema/api/owner-votes.ts';
import { phaseOf } from '../../../schema/elections/owner-vote.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useAct, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { fileName, saveFile } from '../../ui/save-file.ts';
import { TextField } from '../../ui/text-field.tsx';
import { momentWords } from '../../ui/time.ts';
import { toast } from '../../ui/toast.tsx';
import { WaitingLine } from '../../ui/waiting-line.tsx';
import { Page } from '../page.tsx';
import { MatterList } from './matter-list.tsx';
import { Outcome } from './outcome.tsx';
import { Prepare } from './prepare.tsx';
import { Turnout, unitsAddress } from './turnout.tsx';
import { t } from './words.ts';

export type VoteView = Output<typeof getOwnerVote>;

export interface VoteProps {
  view: VoteView;
  onChanged: () => void;
}

export function OwnerVotePage() {
  const { params } = useRoute();
  const id = params.vote ?? '';
  const loaded = useLoad(`owner-vote ${id}`, () => call(getOwnerVote, { params: { vote: id } }));
  return (
    <Loading from={loaded}>{(view) => <OneVote key={id} view={view} onChanged={loaded.again} />}</Loading>
  );
}

/** As it stands for staff: a count that was interrupted is still to be done. */
const shownPhase = ({ vote, result }: VoteView) =>
  vote.state === 'closed' && !result ? 'over' : phaseOf(vote, Date.now());

function OneVote({ view, onChanged }: VoteProps) {
  const { vote, keeps, result } = view;
  const phase = shownPhase(view);
  const window = t('fromTo', { from: momentWords(vote.opensAt), to: momentWords(vote.closesAt) });
  return (
    <Page
      title={vote.title}
      steps={[{ title: t('title'), href: '/staff/owner-votes' }, { title: vote.title }]}
      facts={`${vote.unit.name} · ${window} · ${t(`phase-${phase}`)}`}
      action={keeps && <Acts view={view} onChanged={onChanged} />}
    >
      {phase === 'cancelled' && <Banner>{t('cancelledFor', { reason: vote.reason })}</Banner>}
      {vote.official !== '' && <Banner kind="warn">{`${t('record')}：${vote.official}`}</Banner>}
      {phase === 'preparing' && keeps ? (
        <Prepare view={view} onChanged={onChanged} />
      ) : (
        <>
          {result && <Outcome vote={vote} result={result} />}
          <Turnout view={view} />
          <MatterList vote={vote} />
        </>
      )}
    </Page>
  );
}

/** Where service is recorded and paper entered: the one building, or the list of them. */
const servingAt = ({ vote, buildings }: VoteView): string =>
  buildings.length === 1 ? unitsAddress(vote.id, buildings[0]?.unit.id ?? '') : '#buildings';

/** The next step, and what is done with the whole vote. */
function Acts({ view, onChanged }: VoteProps) {
  const { vote, roll } = view;
  const [asking, setAsking] = useState<keyof typeof asked | 'evidence'>();
  const { busy, problem, act } = useAct();
  const phase = shownPhase(view);
  const announce = () =>
    act(async () => {
      await call(stepOwnerVote, { params: { vote: vote.id }, body: { rev: vote.rev, to: 'announced' } });
      toast(t('announced'));
      onChanged();
    });
  const print = (what: string) => `/print/owners?vote=${vote.id}&what=${what}`;
  const running = phase === 'notice' || phase === 'open' || phase === 'over';
  const counted = phase === 'closed' || phase === 'announced';
  const items: MenuItem[] = [
    ...((running || counted) && phase !== 'notice'
      ? [{ title: t('printNotice'), href: print('notice') }]
      : []),
    ...(running
      ? [
          { title: t('printBallots'), href: print('ballots') },
          { title: t('printLetters'), href: `/print/letters?roll=${vote.roll}` },
        ]
      : []),
    ...(counted
      ? [
          { title: t('printList'), href: print('list') },
          { title: t('evidence'), onChoose: () => setAsking('evidence') },
        ]
      : []),
    ...(phase === 'notice' ? [{ title: t('withdraw'), onChoose: () => setAsking('preparing') }] : []),
    ...(phase === 'preparing' || (running && vote.state === 'notice')
      ? [{ title: t('cancel'), danger: true, onChoose: () => setAsking('cancelled') }]
      : []),
  ];
  return (
    <>
      {phase === 'notice' && (
        <LinkButton kind="primary" href={print('notice')}>
          {t('printNotice')}
        </LinkButton>
      )}
      {running && (
        <LinkButton kind="outlined" href={servingAt(view)}>
          {t('doors')}
        </LinkButton>
      )}
      {phase === 'over' && (
        <Button kind="primary" onClick={() => setAsking('closed')}>
          {t('count')}
        </Button>
      )}
      {phase === 'closed' && (
        <Button kind="primary" busy={busy} onClick={announce}>
          {t('announce')}
        </Button>
      )}
      {counted && (
        <LinkButton kind={phase === 'announced' ? 'primary' : 'outlined'} href={print('result')}>
          {t('printResult')}
        </LinkButton>
      )}
      {items.length > 0 && <Menu title={t('menu')} about={roll.title} items={items} />}
      {problem && <Banner kind="warn">{problem}</Banner>}
      {asking === 'evidence' && <TakeEvidence {...vote} onClose={() => setAsking(undefined)} />}
      {asking && asking !== 'evidence' && (
        <Ask
          key={asking}
          to={asking}
          view={view}
          onChanged={onChanged}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}

/** It holds names, so what leaves the house is said before it does. */
function TakeEvidence({ id, title, onClose }: { id: string; title: string; onClose: () => void }) {
  const [taken, setTaken] = useState<{ done: number; total: number }>();
  const { busy, problem, act } = useAct();
  const take = () =>
    act(async () => {
      try {
        const { takeEvidence } = await import('./evidence.ts');
        const archive = await takeEvidence(id, (done, total) => setTaken({ done, total }));
        saveFile(archive, fileName(`${title} ${t('evidence')}`, 'zip'));
        onClose();
      } finally {
        setTaken(undefined);
      }
    });
  return (
    <Dialog
      title={t('evidence')}
      verb={t('evidence')}
      busy={busy}
      problem={problem}
      onAct={take}
      onClose={onClose}
    >
      <p>{t('evidenceNote')}</p>
      {taken && <WaitingLine what={t('taking')} {...taken} />}
    </Dialog>
  );
}

const asked = {
  preparing: { title: 'withdrawTitle', words: 'withdrawWords', verb: 'withdraw', done: 'withdrawn' },
  closed: { title: 'countTitle', words: 'countWords', verb: 'count', done: 'counted' },
  cancelled: { title: 'cancelTitle', words: undefined, verb: 'cancel', done: 'cancelled' },
} as const;

function Ask(props: VoteProps & { to: keyof typeof asked; onClose: () => void }) {
  const { to, view } = props;
  const { vote } = view;
  const words = asked[to];
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, problem, act } = useAct();
  const needsReason = to === 'cancelled';
  const send = () =>
    act(async () => {
      setTried(true);
      if (needsReason && reason.trim() === '') return;
      const body = { rev: vote.rev, to, ...(needsReason && { reason: reason.trim() }) };
      await call(stepOwnerVote, { params: { vote: vote.id }, body });
      toast(t(words.done));
      props.onClose();
      props.onChanged();
    });
  return (
    <Dialog
      title={t(words.title)}
      verb={t(words.verb)}
      danger={needsReason}
      busy={busy}
      problem={problem}
      onAct={send}
      onClose={props.onClose}
    >
      {words.words && <p>{t(words.words)}</p>}
      {to === 'closed' && view.papers > 0 && <p>{t('papersOpen', { n: view.papers })}</p>}
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
