// The public page of one contest: what is elected here, how it stands, when what happens, who stands, by which rule.
import type { getPublicContest, PublicContest } from '../../../schema/api/public-elections.ts';
import { placeDay } from '../../../schema/day.ts';
import { momentOf } from '../../../schema/elections/days.ts';
import { useLoad } from '../../ui/load.ts';
import { part } from '../../ui/part.tsx';
import { dayWords } from '../../ui/time.ts';
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

export function ContestPage(props: { slug: string; contest: string }) {
  const read = useLoad(`${props.slug}/${props.contest}`, () =>
    ask<typeof getPublicContest>(`/api/e/${props.slug}/contests/${props.contest}`),
  );
  const { value } = read;
  const election = value?.election;
  return (
    <Frame
      where={value && `${value.contest.above} ${value.contest.name}`}
      title={election?.title}
      demo={election?.demo}
      asks={election}
    >
      <Reading from={read}>{(page) => <Contest page={page} />}</Reading>
    </Frame>
  );
}

const dayOf = (day: string) => dayWords(momentOf(day, '12:00'));

function Contest({ page }: { page: PublicContest }) {
  const { election, contest, candidates, posted } = page;
  const { days } = election;
  const over = election.cancelled || contest.state === 'cancelled';
  return (
    <>
      <h1>{election.title}</h1>
      <p class="facts">{t('elects', { post: election.post, seats: contest.seats, name: contest.name })}</p>
      {contest.kind !== 'first' && <p class="notice">{t(`kind-${contest.kind}`)}</p>}
      <p class={over ? 'notice late' : 'notice'}>
        {over ? t('isCancelled', { reason: contest.reason }) : t(`state-${contest.state}`)}
      </p>
      {contest.state === 'announced' && (
        <Announced slug={election.slug} contest={contest.id} post={election.post} />
      )}
      {election.words && <p class="lines">{election.words}</p>}
      <h2>{t('whenWhat')}</h2>
      <Stages election={election} />
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
        <p>{posted ? t('noCandidates') : t('notPosted', { day: dayOf(days.candidates) })}</p>
      )}
      {page.nominates && (
        <>
          <h2>{t('nominations')}</h2>
          <p>{t('nominationsHow', { post: election.post, day: dayOf(days.nominate) })}</p>
          <Nominate page={page} />
        </>
      )}
      <h2>{t('howElected')}</h2>
      <Rule rule={election.rule} />
      {contest.state !== 'preparing' && election.preset === 'sealed' && (
        <>
          <h2>{record('title')}</h2>
          <Record contest={contest.id} />
        </>
      )}
      <h2>{t('objections')}</h2>
      <p>
        {t('objectionsHow', { organiser: election.organiser })} <Phone phone={election.phone} />
      </p>
      {election.preset !== 'nominations' && (
        <p>
          {placeDay(Date.now()) <= days.objections && t('objectionsRoll', { day: dayOf(days.objections) })}{' '}
          {t('objectionsResult', { day: dayOf(days.result) })}
        </p>
      )}
    </>
  );
}
