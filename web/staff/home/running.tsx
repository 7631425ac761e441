// What is running now, a card each, whatever it is; what is over stays folded below. Before it the desks that a helper works at.
import type { VNode } from 'preact';
import { findContests } from '../../../schema/api/boxes.ts';
import { type Campaign, listCampaigns } from '../../../schema/api/campaigns.ts';
import { type Election, listElections } from '../../../schema/api/elections.ts';
import { listEvaluations } from '../../../schema/api/evaluations.ts';
import { listOwnerVotes } from '../../../schema/api/owner-votes.ts';
import type { Me } from '../../../schema/api/session.ts';
import { LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { count, perHundred } from '../../ui/figures.ts';
import { type Loaded, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { momentWords } from '../../ui/time.ts';
import { campaignKindWord, phaseMark, phaseWord } from '../../ui/words/kinds.ts';
import { useOwnFigures } from '../campaign/own-figures.ts';
import { boardAddress, postersAddress } from '../campaign/run-addresses.ts';
import { boardBranches, useSession } from '../session.ts';
import { type Desk, Desks } from './desks.tsx';
import { ElectionCard, electionIsOver } from './elections.tsx';
import { EvaluationCard, evaluationIsOver, type ListedEvaluation } from './evaluations.tsx';
import { type ListedVote, OwnerVoteCard, voteIsOver } from './owner-votes.tsx';
import { t } from './words.ts';

interface Now {
  runs: Campaign[];
  elections: Election[];
  votes: ListedVote[];
  evaluations: ListedEvaluation[];
  desks: Desk[];
}

type Running = Loaded<Now> & { again: () => void };

async function everything(me: Me): Promise<Now> {
  // Others come to the desk from the building's own page.
  const helps = me.grants.some(({ role }) => role === 'helper');
  const [{ campaigns }, { elections }, { votes }, { evaluations }, found] = await Promise.all([
    call(listCampaigns, {}),
    call(listElections, {}),
    call(listOwnerVotes, {}),
    call(listEvaluations, {}),
    helps ? call(findContests, { query: { desks: '1' } }) : undefined,
  ]);
  return { runs: campaigns, elections, votes, evaluations, desks: found?.contests ?? [] };
}

/** What is running in the own branches, of every kind. */
export function useRunning(): Running {
  const { me } = useSession();
  return useLoad('running', () => everything(me));
}

/** Those of each kind for which it holds, as cards. */
const cardsOf = ({ runs, elections, votes, evaluations }: Now, over: boolean) => [
  ...runs
    .filter(({ phase }) => (phase === 'closed') === over)
    .map((run) => <RunCard key={run.id} run={run} />),
  ...elections
    .filter((one) => electionIsOver(one) === over)
    .map((one) => <ElectionCard key={one.id} election={one} />),
  ...evaluations
    .filter((one) => evaluationIsOver(one) === over)
    .map((one) => <EvaluationCard key={one.id} evaluation={one} />),
  ...votes.filter((one) => voteIsOver(one) === over).map((one) => <OwnerVoteCard key={one.id} vote={one} />),
];

export function Running({ from }: { from: Running }) {
  return (
    <Loading from={from}>
      {(all) => {
        const now = cardsOf(all, false);
        const past = cardsOf(all, true);
        return (
          <>
            {all.desks.length > 0 && <Desks desks={all.desks} />}
            <section class="stack">
              {now.length > 0 && <h2>{t('running', { n: now.length })}</h2>}
              {now.length === 0 && all.desks.length === 0 && (
                <>
                  <h2>{t('runningNone')}</h2>
                  <p class="note">{t('runningEmpty')}</p>
                </>
              )}
              <Cards cards={now} />
              {past.length > 0 && (
                <details>
                  <summary>{t('past', { n: past.length })}</summary>
                  <Cards cards={past} />
                </details>
              )}
            </section>
          </>
        );
      }}
    </Loading>
  );
}

const Cards = ({ cards }: { cards: readonly VNode[] }) => (
  <ul class="bare run-cards">
    {cards.map((card) => (
      <li key={card.key} class="card">
        {card}
      </li>
    ))}
  </ul>
);

const when = (run: Campaign) => {
  if (run.phase === 'coming') return t('opens', { day: momentWords(run.opensAt) });
  if (run.phase === 'closed') return t('closedOn', { day: momentWords(run.closesAt) });
  return t('until', { day: momentWords(run.closesAt) });
};

function RunCard(props: { run: Campaign }) {
  const { run } = props;
  const { me } = useSession();
  const own = useOwnFigures(run);
  const rate = own && perHundred(own.n, own.households);
  return (
    <div class="run-card">
      <h3>
        <a href={`/staff/campaigns/${run.id}`}>{run.title}</a>
      </h3>
      <p class="note">
        {campaignKindWord(run.kind)} · {run.unit.name}
      </p>
      <p class="note">
        <span aria-hidden="true">{phaseMark[run.phase]}</span> {phaseWord(run.phase)} · {when(run)}
      </p>
      <p class="run-figure figures">{own ? t('answers', { n: count(own.n) }) : '…'}</p>
      {/* Its line is there before its words, so that nothing below it moves. */}
      <p class="note">
        {own && [own.of, rate !== undefined && t('perHundred', { n: rate })].filter(Boolean).join(' · ')}
        {'\u00a0'}
      </p>
      <div class="line run-links">
        {boardBranches(me).length > 0 && (
          <LinkButton small href={boardAddress(run)}>
            {t('board')}
          </LinkButton>
        )}
        {run.listed && (
          <LinkButton small href={postersAddress(run)}>
            {t('posters')}
          </LinkButton>
        )}
      </div>
    </div>
  );
}
