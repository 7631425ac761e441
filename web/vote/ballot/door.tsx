// The first screen: whose door the letter is for, and the ballot taken; or why none is handed out now.

import { useState } from 'preact/hooks';
import type { LetterContest } from '../../../schema/api/ballots.ts';
import { showLedger } from '../../../schema/elections/result.ts';
import { momentWords } from '../../ui/time.ts';
import { Phone } from '../frame.tsx';
import { within } from './within.ts';
import { t } from './words.ts';

export function Door(props: {
  contest: LetterContest;
  door: string;
  seats: number | undefined;
  /** check code of what was settled, where no letter holds the server to it */
  compare: string | undefined;
  /** this phone has asked for the ballot before */
  here: boolean;
  now: number;
  busy: boolean;
  problem: string;
  take: () => void;
}) {
  const { contest, door, seats, now } = props;
  const [astray, setAstray] = useState(false);
  const { checkInFrom, checkInTo, votingFrom, votingTo, phases } = contest;
  const elsewhere = contest.channel === 'token' && !props.here;
  const over =
    !['preparing', 'frozen', 'open'].includes(contest.state) || (votingTo !== null && now >= votingTo);
  const handing = contest.state === 'open' && within(now, checkInFrom, checkInTo);
  return (
    <>
      <h1>{over ? door : t('yourDoor', { door })}</h1>
      <p class="facts">
        {seats === undefined
          ? `${contest.title} · ${contest.post}`
          : t('electsHere', { name: contest.name, post: contest.post, seats })}
      </p>
      {phases && checkInFrom !== null && checkInTo !== null && (
        <p class="facts">
          {t('checkInHours', { from: momentWords(checkInFrom), to: momentWords(checkInTo) })}
        </p>
      )}
      {votingFrom !== null && votingTo !== null && (
        <p class="facts">{t('hours', { from: momentWords(votingFrom), to: momentWords(votingTo) })}</p>
      )}
      {props.compare !== undefined && (
        <p class="notice">
          {t('compareCode')} <span class="check-code">{showLedger(props.compare)}</span>
        </p>
      )}
      {contest.entry === null && <p class="notice">{t('notYetFixed')}</p>}
      {over && (
        <>
          <p class="notice">{t('over')}</p>
          <p>
            <a href={`/e/${contest.slug}/${contest.contest}`}>{t('overSee')}</a>
          </p>
        </>
      )}
      {!over && checkInTo !== null && now >= checkInTo && contest.channel === null && (
        <p class="notice">
          {t('checkInOver', { to: momentWords(checkInTo) })} <Phone phone={contest.phone} />
        </p>
      )}
      {!over && contest.channel === 'paper' && <p class="notice">{t('tookPaper')}</p>}
      {!over && contest.proxy !== null && contest.channel === null && (
        <p class="notice">{t('byProxy', { door: contest.proxy })}</p>
      )}
      {!over && elsewhere && (
        <>
          <p class="notice">{t('tookElsewhere')}</p>
          <p>{t('lostTicket')}</p>
        </>
      )}
      {contest.entry !== null && checkInFrom !== null && now < checkInFrom && (
        <p class="notice">
          {t('notYet', { from: momentWords(checkInFrom), what: t(phases ? 'toCheckIn' : 'toVote') })}
        </p>
      )}
      {props.problem && (
        <p class="notice late" role="alert">
          {props.problem}
        </p>
      )}
      {handing && contest.channel !== 'paper' && !elsewhere && !astray && (
        <>
          <p>{t('secretHow')}</p>
          {phases && <p class="notice">{t('phasesWarn')}</p>}
          <button type="button" class="primary" disabled={props.busy} onClick={props.take}>
            {t('checkIn')}
          </button>
          <button type="button" class="plain" onClick={() => setAstray(true)}>
            {t('notMine')}
          </button>
        </>
      )}
      {astray && (
        <p class="notice">
          {t('notMineHelp')} <Phone phone={contest.phone} />
        </p>
      )}
    </>
  );
}
