// One contest for those who keep it: what it lacks, who stands, what was objected to, who watches over it, its rounds.
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import { type ContestWhole, cancelContests, getContest } from '../../../schema/api/elections.ts';
import { roundRule } from '../../../schema/elections/pack.ts';
import { lacks } from '../../../schema/elections/steering.ts';
import { Banner } from '../../ui/banner.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { count } from '../../ui/figures.ts';
import { useAct, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Menu } from '../../ui/menu.tsx';
import { roundSentence } from '../../ui/round-rule.ts';
import { sourceLine } from '../../ui/source-line.ts';
import { Stages } from '../../ui/stages.tsx';
import { toast } from '../../ui/toast.tsx';
import { t as desk } from '../boxes/words.ts';
import { Page } from '../page.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { Candidates } from './candidates.tsx';
import { contestAddress } from './contest-table.tsx';
import { NextRound } from './next-round.tsx';
import { Objections } from './objections.tsx';
import { packOf } from './plan.ts';
import { missingWords, stepsOf } from './said.ts';
import { t } from './words.ts';

export function ContestPage() {
  const { params } = useRoute();
  const id = params.contest ?? '';
  const loaded = useLoad(`contest ${id}`, () => call(getContest, { params: { contest: id } }));
  return (
    <Loading from={loaded}>
      {(contest) => <Contest key={id} contest={contest} again={loaded.again} />}
    </Loading>
  );
}

function Contest({ contest, again }: { contest: ContestWhole; again: () => void }) {
  const { election } = contest;
  const [cancelling, setCancelling] = useState(false);
  const { busy, problem, act } = useAct();
  const cancel = (reason: string) =>
    act(async () => {
      await call(cancelContests, {
        params: { election: election.id },
        body: { reason, contests: [contest.id] },
      });
      setCancelling(false);
      toast(t('cancelled', { n: 1 }));
      again();
    });
  const pack = packOf(election);
  const rule = roundRule(pack, contest.kind);
  const over = ['counted', 'announced', 'cancelled'].includes(contest.state);
  return (
    <Page
      title={contest.name}
      steps={[
        { title: t('home'), href: '/staff/' },
        { title: election.title, href: `/staff/elections/${election.id}` },
        { title: contest.name },
      ]}
      facts={`${t(`state-${contest.state}`)} · ${contest.above} · ${t('elects', { post: election.post, seats: contest.seats })}`}
      action={
        <LinkButton kind="outlined" href={`/e/${election.slug}/${contest.id}`}>
          {t('publicPage')}
        </LinkButton>
      }
    >
      {contest.kind !== 'first' && (
        <Banner>
          {t('pair', {
            name: t(`kind-${contest.kind}`),
            value: roundSentence(pack, contest.kind, rule),
          })}{' '}
          {t('source', { texts: sourceLine(rule.need.sources) })}
        </Banner>
      )}
      {contest.state === 'cancelled' && (
        <Banner kind="warn">{t('isCancelled', { reason: contest.reason })}</Banner>
      )}
      {contest.mayEdit && !over && (
        <div class="line no-print">
          <Menu items={[{ title: t('cancelOne'), onChoose: () => setCancelling(true) }]} />
        </div>
      )}
      {cancelling && (
        <CancelDialog busy={busy} problem={problem} onCancel={cancel} onClose={() => setCancelling(false)} />
      )}
      {contest.state === 'open' && (
        <div class="no-print">
          <LinkButton kind="outlined" href={`/staff/contests/${contest.id}/desk`}>
            {desk('desk')}
          </LinkButton>
        </div>
      )}
      <Further contest={contest} />
      <NextRound contest={contest} />
      <Lacks contest={contest} />
      <Candidates contest={contest} again={again} />
      <Objections contest={contest} again={again} />
      <About contest={contest} />
    </Page>
  );
}

/** What is done on pages of their own. */
function Further({ contest }: { contest: ContestWhole }) {
  const { election, state, mayEdit } = contest;
  const address = contestAddress(election.id, contest.id);
  if (election.preset === 'nominations') return null;
  const counts = ['open', 'closed', 'opened', 'counted', 'announced'].includes(state);
  return (
    <div class="line no-print">
      {counts && (
        <LinkButton small kind="outlined" href={`${address}/count`}>
          {t('toCount')}
        </LinkButton>
      )}
      {(state === 'counted' || state === 'announced') && (
        <LinkButton small kind="outlined" href={`${address}/result`}>
          {t('toResult')}
        </LinkButton>
      )}
      {mayEdit && (
        <>
          <LinkButton small kind="outlined" href={`${address}/proxies`}>
            {t('toProxies')}
          </LinkButton>
          <LinkButton
            small
            kind="outlined"
            href={`/print/papers?election=${election.id}&contest=${contest.id}`}
          >
            {t('toPapers')}
          </LinkButton>
        </>
      )}
    </div>
  );
}

function Lacks({ contest }: { contest: ContestWhole }) {
  const { election } = contest;
  if (contest.state !== 'preparing' && contest.state !== 'frozen') return null;
  if (election.preset === 'nominations') return null;
  const steered = { ...election, pack: packOf(election), days: contest.days, roll: contest.roll };
  const missing = lacks(steered, contest, Date.now());
  return (
    <section class="stack tight">
      <h2>{t('lacks')}</h2>
      {missing.length === 0 ? (
        <p>
          ● {t('nothingLacks')}
          {contest.candidates === 0 && ` · ${t('candidatesNone')}`}
        </p>
      ) : (
        <ul class="bare">
          {missing.map((one) => (
            <li key={one.code}>○ {missingWords(one)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function About({ contest }: { contest: ContestWhole }) {
  const { election, watchers, rounds } = contest;
  const electors = contest.registered ?? contest.entries;
  return (
    <>
      <section class="stack tight">
        <h2>{t('days')}</h2>
        <Stages steps={stepsOf(contest.days, election.preset, contest.round > 1)} now={t('isNow')} />
      </section>
      {electors !== null && (
        <p>{t('pair', { name: t('electors'), value: t('households', { n: count(electors) }) })}</p>
      )}
      {election.preset === 'sealed' && (
        <section class="stack tight">
          <h2>{t('watchers')}</h2>
          {watchers.length === 0 ? (
            <p>{t('tellersNone')}</p>
          ) : (
            <ul class="bare">
              {watchers.map(({ name, proved }, at) => (
                <li key={`${at} ${name}`}>
                  {proved ? '●' : '○'} {name}{' '}
                  <span class="note">{t(proved ? 'tellerReady' : 'tellerWaits')}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      {rounds.length > 1 && (
        <section class="stack tight">
          <h2>{t('rounds')}</h2>
          <ul class="bare">
            {rounds.map((one) => (
              <li key={one.id}>
                {one.id === contest.id ? (
                  <b>{t('round', { n: one.round })}</b>
                ) : (
                  <a href={contestAddress(election.id, one.id)}>{t('round', { n: one.round })}</a>
                )}{' '}
                {t(`state-${one.state}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
