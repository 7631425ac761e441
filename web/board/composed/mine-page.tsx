// /board/mine — where leaders arrive: the own branch as it stands, and what changed since the last visit.

import { useEffect } from 'preact/hooks';
import type { Output } from '../../../schema/api/endpoint.ts';
import { type Happening, noteVisit } from '../../../schema/api/issued.ts';
import { boardThreshold } from '../../../schema/measures/suppression.ts';
import { LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { count, rateFigure } from '../../ui/figures.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { momentWords } from '../../ui/time.ts';
import { points } from '../figures.ts';
import { Frame } from '../frame.tsx';
import { cardAddress as runAddress } from '../read-card.ts';
import { t as board } from '../words.ts';
import { cardAddress } from './addresses.ts';
import { t } from './mine-words.ts';
import { evaluationAddress, evaluationWords } from './rated.ts';
import { numberWords } from './said.ts';
import { t as composed } from './words.ts';

export function MinePage() {
  const read = useLoad('mine', () => call(noteVisit, {}));
  useEffect(() => {
    document.title = t('mine');
  });
  return (
    <Frame demo={read.value?.demo ?? false}>
      <div class="stack wide">
        <h1>{t('mine')}</h1>
        <Loading from={read}>{(value) => <Mine value={value} />}</Loading>
      </div>
    </Frame>
  );
}

function Mine({ value }: { value: Output<typeof noteVisit> }) {
  const { since, branches, scorecards } = value;
  return (
    <>
      <p class="note">{since === null ? t('sinceFirst') : t('since', { at: momentWords(since) })}</p>
      {branches.map((branch) => (
        <section key={branch.unit.id} class="stack" aria-label={branch.unit.name}>
          <h2>{branch.unit.name}</h2>
          <Fresh branch={branch} first={since === null} />
          <h3>{t('now')}</h3>
          <RunsNow branch={branch} />
        </section>
      ))}
      {scorecards.length > 0 && (
        <section class="stack tight" aria-labelledby="cards">
          <h2 id="cards">{composed('cards')}</h2>
          <ul class="bare stack tight">
            {scorecards.map(({ id, title, unit }) => (
              <li key={id}>
                <a href={cardAddress(id, unit)}>{title}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div class="line">
        <LinkButton kind="outlined" href="/board/digest">
          {t('toDigest')}
        </LinkButton>
        <LinkButton href="/board/">{t('toBoards')}</LinkButton>
      </div>
    </>
  );
}

/** How many came; a group that is too small is not told of by its number. */
export const answersOf = ({ n }: Pick<Happening['runs'][number], 'n'>): string =>
  n === null ? board('under', { k: boardThreshold }) : board('answers', { n: count(n) });

function freshIn(branch: Happening): { key: string; words: string; href?: string }[] {
  const { runs, contests, evaluations, issued, notes } = branch;
  return [
    ...runs.flatMap((run) => {
      const { id, title, unit, more } = run;
      const href = runAddress(id, unit);
      if (run.closed)
        return [{ key: `closed ${id}`, words: t('runClosed', { title, n: answersOf(run) }), href }];
      if (run.opened) return [{ key: `opened ${id}`, words: t('runOpened', { title }), href }];
      if (!more) return [];
      return [
        { key: `more ${id}`, words: t('runMore', { title, more: count(more), n: answersOf(run) }), href },
      ];
    }),
    ...(contests.fresh > 0 ? [{ key: 'contests', words: t('contestsFresh', { n: contests.fresh }) }] : []),
    ...evaluations
      .filter(({ fresh }) => fresh)
      .map((one) => ({
        key: `${one.state} ${one.id}`,
        words: evaluationWords(one),
        href: evaluationAddress(one),
      })),
    ...issued.map((one) => ({
      key: one.id,
      words: t('issuedFresh', { number: numberWords(one, one.unit.name), title: one.title }),
      href: `/i/${one.id}`,
    })),
    ...notes.map(({ by, unit, words, at }) => ({
      key: `${at} ${words}`,
      words: t('noteFresh', { by, unit, words }),
    })),
  ];
}

function Fresh({ branch, first }: { branch: Happening; first: boolean }) {
  const fresh = freshIn(branch);
  if (fresh.length === 0) return first ? null : <p>{t('nothingNew')}</p>;
  return (
    <>
      {!first && <h3>{t('fresh')}</h3>}
      <ul class="stack tight composed-fresh">
        {fresh.map(({ key, words, href }) => (
          <li key={key}>{href ? <a href={href}>{words}</a> : words}</li>
        ))}
      </ul>
    </>
  );
}

/** How a run stands, in a sentence. */
function runWords(run: Happening['runs'][number]): string {
  const { n, households, access, score } = run;
  const value = n !== null && households > 0 ? rateFigure((n / households) * 100) : undefined;
  const rate = value === undefined ? '' : t(access === 'anyone' ? 'runPer' : 'runRate', { value });
  const told = score
    ? t('runScore', { value: points(score.value), low: points(score.low), high: points(score.high) })
    : '';
  return t('runNow', { n: answersOf(run), rate, score: told });
}

function RunsNow({ branch }: { branch: Happening }) {
  const open = branch.runs.filter((run) => run.open);
  const rated = branch.evaluations.filter(({ state }) => state !== 'final');
  return (
    <>
      {open.length === 0 && <p>{t('runsNone')}</p>}
      <ul class="bare stack tight">
        {open.map((run) => (
          <li key={run.id} class="card stack tight">
            <p>
              <a href={runAddress(run.id, run.unit)}>{run.title}</a>
            </p>
            <p class="note">{runWords(run)}</p>
          </li>
        ))}
      </ul>
      {branch.contests.all > 0 && (
        <p>{t('contestsNow', { all: branch.contests.all, announced: branch.contests.announced })}</p>
      )}
      {rated.length > 0 && (
        <ul class="stack tight composed-fresh">
          {rated.map((one) => (
            <li key={one.id}>
              <a href={evaluationAddress(one)}>{evaluationWords(one)}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
