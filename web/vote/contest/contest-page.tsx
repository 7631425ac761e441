// The public page of one contest: what is elected here, how it stands, when what happens, who stands, by which rule.
import type { Output } from '../../../schema/api/endpoint.ts';
import type { getPublicContest, PublicContest } from '../../../schema/api/public-elections.ts';
import type { getPublicResult } from '../../../schema/api/results.ts';
import { placeDay } from '../../../schema/day.ts';
import { dayAfter, momentOf, stagesOf, votingWindow } from '../../../schema/elections/days.ts';
import { useLoad } from '../../ui/load.ts';
import { part } from '../../ui/part.tsx';
import { dayWords, momentWords } from '../../ui/time.ts';
import { ask } from '../ask.ts';
import { Frame, Phone } from '../frame.tsx';
import { Reading } from '../reading.tsx';
import { t as record } from '../record/words.ts';
import { Rule } from '../rule.tsx';
import { Stages } from '../stages.tsx';
import { t } from '../words.ts';
import { Announced } from './announced.tsx';
import { Nominate } from './nominate.tsx';

/** Comes when it is looked at: it computes hashes. */
const Record = part(
  () => import('../record/record-part.tsx'),
  (room) => room.RecordPart,
);

type PublicResult = Output<typeof getPublicResult>['result'];

export function ContestPage(props: { slug: string; contest: string }) {
  const address = `/api/e/${props.slug}/contests/${props.contest}`;
  const read = useLoad(address, async () => {
    const page = await ask<typeof getPublicContest>(address);
    const announced =
      page.contest.state === 'announced'
        ? (await ask<typeof getPublicResult>(`${address}/result`)).result
        : null;
    return { page, announced };
  });
  const page = read.value?.page;
  return (
    <Frame
      where={page && `${page.contest.above} ${page.contest.name}`}
      title={page?.election.title}
      demo={page?.election.demo}
      asks={page?.election}
      waiting={!page && read.state === 'waiting'}
    >
      <Reading from={read}>{(value) => <Contest {...value} />}</Reading>
    </Frame>
  );
}

const dayOf = (day: string) => dayWords(momentOf(day, '12:00'));

function Contest({ page, announced }: { page: PublicContest; announced: PublicResult }) {
  const { election, contest, candidates, posted } = page;
  const over = election.cancelled || contest.state === 'cancelled';
  return (
    <>
      <h1>{election.title}</h1>
      <p class="facts">{t('elects', { post: election.post, seats: contest.seats, name: contest.name })}</p>
      {contest.kind !== 'first' && <p class="notice">{t(`kind-${contest.kind}`)}</p>}
      <p class={over ? 'notice late' : 'notice'}>
        {over ? t('isCancelled', { reason: contest.reason }) : standingWords(page, Date.now())}
      </p>
      <OtherRounds page={page} />
      {!over && (contest.state === 'frozen' || contest.state === 'open') && <HowToVote page={page} />}
      {announced && isReplaced(page) && <p class="notice late">{t('replaced')}</p>}
      {announced && <Announced result={announced} post={election.post} />}
      {election.words && <p class="lines">{election.words}</p>}
      <h2>{t('whenWhat')}</h2>
      <Stages election={election} again={contest.round > 1} />
      <h2>{t('candidates')}</h2>
      {candidates.length > 0 ? (
        <ul class="people">
          {candidates.map((one) => (
            <li key={one.id} class={one.photo ? 'pictured' : undefined}>
              {one.photo && <img src={`/m/${one.photo}`} alt={t('photoOf', { name: one.name })} />}
              <span>
                <b class="name">{one.name}</b>
                {one.line}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p>{posted ? t('noCandidates') : t('notPosted', { day: dayOf(election.days.candidates) })}</p>
      )}
      {page.nominates && (
        <>
          <h2>{t('nominations')}</h2>
          <p>{t('nominationsHow', { post: election.post, day: dayOf(election.days.nominate) })}</p>
          <Nominate page={page} />
        </>
      )}
      {election.preset !== 'nominations' && (
        <>
          <h2>{t('howElected')}</h2>
          <Rule rule={election.rule} />
        </>
      )}
      <Objecting page={page} />
      {contest.state !== 'preparing' && election.preset === 'sealed' && (
        <>
          <h2>{record('title')}</h2>
          <Record contest={contest.id} />
        </>
      )}
    </>
  );
}

/** While votes are taken, until when; else what its state says. */
function standingWords({ contest: { state }, election }: PublicContest, now: number): string {
  const { preset, days } = election;
  if (state === 'closed' && preset === 'spot') return t('closedSpot');
  if (state !== 'open') return t(`state-${state}`);
  const { opensAt, closesAt } = votingWindow(days);
  const from = momentWords(opensAt);
  if (now >= closesAt) return t('openOver');
  if (now < opensAt && days.checkIn !== null)
    return t('openCheckIn', { to: dayOf(dayAfter(days.vote, -1)), from });
  return now < opensAt ? t('openSoon', { from }) : t('openUntil', { to: momentWords(closesAt) });
}

/** An objection to this result was upheld, and the vote is held again. */
const isReplaced = ({ contest, rounds, raised }: PublicContest): boolean =>
  raised.upheld > 0 && rounds.some(({ round, state }) => round > contest.round && state !== 'cancelled');

function OtherRounds({ page: { election, contest, rounds } }: { page: PublicContest }) {
  const others = rounds.filter(({ id, state }) => id !== contest.id && state !== 'cancelled');
  if (others.length === 0) return null;
  return (
    <ul class="rows">
      {others.map(({ id, round, state }) => (
        <li key={id}>
          <a class="row" href={`/e/${election.slug}/${id}`}>
            <span>
              {t(round > contest.round ? 'votedAgain' : 'votedBefore', { n: round })}
              <br />
              <small>{t(`short-${state}`)}</small>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function HowToVote({ page: { election } }: { page: PublicContest }) {
  if (election.preset === 'nominations') return null;
  const sealed = election.preset === 'sealed';
  return (
    <>
      <h2>{t('howToVote')}</h2>
      <p>{t(sealed ? 'howSealed' : 'howSpot', { organiser: election.organiser })}</p>
      {sealed && (
        <ul class="rows">
          <li>
            <a class="row" href="/v">
              <span>{t('typeCode')}</span>
            </a>
          </li>
        </ul>
      )}
      {sealed && (
        <p>
          {t('howDesk', { organiser: election.organiser })} <Phone phone={election.phone} />
        </p>
      )}
    </>
  );
}

function Objecting({ page: { election, contest, raised } }: { page: PublicContest }) {
  const { days, preset, organiser } = election;
  const today = placeDay(Date.now());
  const posted = stagesOf(days, preset).find(({ id }) => id === 'candidates');
  const votes = preset !== 'nominations';
  const answers = (['upheld', 'refused', 'open'] as const).filter((one) => raised[one] > 0);
  return (
    <>
      <h2>{t('objections')}</h2>
      <p>
        {t('objectionsHow', { organiser })} <Phone phone={election.phone} />
      </p>
      <p>
        {votes && today <= days.objections && `${t('objectionsRoll', { day: dayOf(days.objections) })} `}
        {contest.state === 'preparing' &&
          posted &&
          today <= posted.to &&
          `${t('objectionsCandidates', { day: dayOf(posted.to) })} `}
        {votes && t('objectionsResult', { day: dayOf(days.result) })}
      </p>
      {answers.length > 0 && (
        <p class={raised.upheld > 0 ? 'notice late' : 'notice'}>
          {t('raised', {
            answers: answers.map((one) => t(`raised-${one}`, { n: raised[one] })).join(t('comma')),
          })}
          {raised.upheld > 0 && ` ${t('raisedUpheld', { organiser })}`}
        </p>
      )}
    </>
  );
}
