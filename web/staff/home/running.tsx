// What is running now, a card each; what is over stays folded below.
import { type Campaign, listCampaigns } from '../../../schema/api/campaigns.ts';
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
import { t } from './words.ts';

export type Runs = Loaded<Campaign[]> & { again: () => void };

export const useRuns = (): Runs => useLoad('running', async () => (await call(listCampaigns, {})).campaigns);

export function Running({ runs }: { runs: Runs }) {
  return (
    <section class="stack">
      <Loading from={runs}>
        {(campaigns) => {
          const now = campaigns.filter((run) => run.phase !== 'closed');
          const past = campaigns.filter((run) => run.phase === 'closed');
          return (
            <>
              <h2>{now.length > 0 ? t('running', { n: now.length }) : t('runningNone')}</h2>
              {now.length === 0 && <p class="note">{t('runningEmpty')}</p>}
              <Cards runs={now} />
              {past.length > 0 && (
                <details>
                  <summary>{t('past', { n: past.length })}</summary>
                  <Cards runs={past} />
                </details>
              )}
            </>
          );
        }}
      </Loading>
    </section>
  );
}

const Cards = (props: { runs: readonly Campaign[] }) => (
  <ul class="bare run-cards">
    {props.runs.map((run) => (
      <li key={run.id} class="card">
        <RunCard run={run} />
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
