// One contest on a voter's phone: where the voter stands (at the door, with a ballot, with a vote in the box) decides the
// screen.
import { useEffect, useState } from 'preact/hooks';
import type { checkIn, LetterContest } from '../../../schema/api/ballots.ts';
import { useAct } from '../../ui/load.ts';
import { ApiProblem } from '../../ui/problem.ts';
import { momentWords } from '../../ui/time.ts';
import { WaitingLine } from '../../ui/waiting-line.tsx';
import { ask } from '../ask.ts';
import { Frame } from '../frame.tsx';
import { deskOf } from './desk.ts';
import { Door } from './door.tsx';
import { HandOver, Leave } from './hand-over.tsx';
import { InTheBox } from './in-the-box.tsx';
import { forget, type Kept, keep, placeOf, readKept } from './kept.ts';
import { dropFragment } from './letter.ts';
import { VoteScreens } from './screens.tsx';
import type { Fixed } from './sealing.ts';
import { SlipPicture } from './slip.tsx';
import { Unanswered } from './unanswered.tsx';
import { within } from './within.ts';
import { t } from './words.ts';

export const sealing = () => import('./sealing.ts');

/** A letter's code, with the hash that it names; a slip has neither. */
interface Holder {
  secret: string;
  hash?: string | undefined;
  /** a slip was opened here: the device may be another's, and can forget it */
  slip?: true;
}

interface Known {
  place: string;
  fixed: Fixed | undefined;
  kept: Kept | undefined;
}

export function Contest(props: {
  contest: LetterContest;
  door: string;
  holder: Holder;
  late: number;
  /** opens the letter, where the page did without it */
  letter?: () => void;
}) {
  const { contest, door, holder } = props;
  const [known, setKnown] = useState<Known>();
  const [voting, setVoting] = useState(false);
  const [told, setTold] = useState('');
  /** on a helper's device: before it is handed to the elector, and when the elector goes without casting */
  const [hands, setHands] = useState<'before' | 'leaving' | undefined>(() =>
    holder.slip && deskOf(contest.contest) ? 'before' : undefined,
  );
  const checked = useAct();
  const now = () => Date.now() - props.late;

  useEffect(() => {
    const prepare = async () => {
      const place = await placeOf(contest.contest, holder.secret);
      const { fixedBy } = await sealing();
      const fixed = contest.entry === null ? undefined : await fixedBy(contest.entry, holder.hash);
      setKnown({ place, fixed, kept: readKept(place) });
    };
    prepare().catch(() => setKnown({ place: '', fixed: undefined, kept: undefined }));
  }, [contest.contest, holder.secret]);

  const update = (kept: Kept) => {
    if (!known) return;
    keep(known.place, kept);
    setKnown({ ...known, kept });
  };
  const takeBallot = () =>
    checked.act(async () => {
      if (!known?.fixed) return;
      const { beginBallot, tokenFrom } = await sealing();
      const begun = known.kept?.blinded
        ? known.kept
        : { ...(await beginBallot(known.fixed, contest.contest)), late: props.late };
      // Kept before it is sent: a reply may get lost, and only this message is answered again.
      if (!keep(known.place, begun)) throw said(t('notKept'));
      const { reply } = await ask<typeof checkIn>('/api/vote/check-in', {
        method: 'POST',
        body: { secret: holder.secret, contest: contest.contest, blinded: begun.blinded ?? '' },
      });
      const token = await tokenFrom(known.fixed, begun, reply);
      if (!token) throw said(t('notSigned'));
      const { inverse: _, ...rest } = begun;
      update({ ...rest, token });
      setVoting(true);
    });

  const open = contest.state === 'open';
  const casting = open && within(now(), contest.votingFrom, contest.votingTo);
  const frame = {
    where: `${contest.above} ${contest.name}`,
    title: contest.title,
    asks: { organiser: contest.organiser, phone: contest.phone },
  };
  const body = () => {
    if (!known) return <WaitingLine />;
    const { fixed, kept } = known;
    if (contest.entry !== null && !fixed) return <p class="notice late">{t('otherTerms')}</p>;
    if (!fixed || kept?.token === undefined)
      return (
        <Door
          contest={contest}
          door={door}
          compare={holder.hash === undefined && !holder.slip ? fixed?.hash : undefined}
          seats={fixed?.freeze.posts[0]?.seats}
          here={kept?.blinded !== undefined}
          now={now()}
          busy={checked.busy}
          problem={checked.problem}
          take={takeBallot}
        />
      );
    const { pending, ...answered } = kept;
    const done = (next: Kept) => {
      update(next);
      setVoting(false);
      setTold('');
    };
    if (pending && !voting)
      return (
        <Unanswered
          fixed={fixed}
          kept={kept}
          pending={pending}
          done={done}
          over={(sentence) => {
            update(answered);
            setTold(sentence);
          }}
          anew={casting ? () => setVoting(true) : undefined}
        />
      );
    const uncast = holder.slip === true && kept.receipts.length === 0;
    const clear = () => {
      forget(known.place);
      dropFragment();
      const desk = deskOf(contest.contest);
      if (desk) location.replace(desk);
      else location.reload();
    };
    const verb = t(deskOf(contest.contest) ? 'forgetToDesk' : 'forget');
    if (uncast && hands === 'leaving')
      return <Leave kept={kept} stay={() => setHands(undefined)} forget={clear} verb={verb} />;
    if (uncast && casting && hands === 'before')
      return <HandOver begin={() => setHands(undefined)} leave={() => setHands('leaving')} />;
    if (casting && (voting || kept.receipts.length === 0))
      return (
        <VoteScreens
          leave={uncast ? () => setHands('leaving') : undefined}
          contest={contest}
          fixed={fixed}
          kept={kept}
          hold={(waiting) => {
            update(waiting);
            setVoting(true);
          }}
          done={done}
        />
      );
    if (kept.receipts.length > 0 || contest.state !== 'open')
      return (
        <InTheBox
          forget={holder.slip && clear}
          contest={contest}
          fixed={fixed}
          kept={kept}
          casting={casting}
          again={() => setVoting(true)}
        />
      );
    return (
      <>
        <h1>{t('haveBallot')}</h1>
        <p class="notice">{t('voteOn', { from: momentWords(contest.votingFrom ?? 0) })}</p>
        <p>{t('phasesWarn')}</p>
        <SlipPicture kept={kept} open />
        {uncast && (
          <button type="button" onClick={() => setHands('leaving')}>
            {verb}
          </button>
        )}
      </>
    );
  };
  return (
    <Frame {...frame}>
      {contest.rehearsal && <p class="notice late">{t('rehearsal')}</p>}
      {told && (
        <p class="notice late" role="alert">
          {told}
        </p>
      )}
      {body()}
      {props.letter && (
        <button type="button" class="plain clear" onClick={props.letter}>
          {t('restOfLetter')}
        </button>
      )}
    </Frame>
  );
}

const said = (sentence: string) => new ApiProblem('internal', 0, sentence, {});
