// After the vote: the words to know it by, voting again, and once the box is sealed whether one's ballot is in it.
import { useState } from 'preact/hooks';
import type { getRecord, LetterContest } from '../../../schema/api/ballots.ts';
import { useAct } from '../../ui/load.ts';
import { momentWords } from '../../ui/time.ts';
import { ask } from '../ask.ts';
import { deskOf } from './desk.ts';
import type { Kept } from './kept.ts';
import { Remains } from './remains.tsx';
import type { Fixed } from './sealing.ts';
import { SlipPicture } from './slip.tsx';
import { t } from './words.ts';

type Place = { at: number; total: number } | 'replaced' | 'missing';

export function InTheBox(props: {
  contest: LetterContest;
  fixed: Fixed;
  kept: Kept;
  casting: boolean;
  again: () => void;
  forget: (() => void) | undefined;
}) {
  const { contest, kept, casting } = props;
  const last = kept.receipts.at(-1);
  const [place, setPlace] = useState<Place>();
  const lookup = useAct();
  const shut = !['open', 'frozen', 'preparing'].includes(contest.state);
  const look = () =>
    lookup.act(async () => {
      const { placeIn } = await import('../record/lookup.ts');
      const record = await ask<typeof getRecord>(`/api/contests/${contest.contest}/record`);
      setPlace(last ? await placeIn(record, last.leaf) : 'missing');
    });
  return (
    <>
      <h1>{last ? `✓ ${t('inTheBox')}` : t('closed')}</h1>
      {last && (
        <div class="receipt">
          <p>{t('phrase')}</p>
          <p class="phrase">{last.phrase}</p>
        </div>
      )}
      {last && <p>{t('phraseHelp')}</p>}
      {casting && (
        <>
          <p>{t('againHelp', { to: momentWords(contest.votingTo ?? 0) })}</p>
          <button type="button" onClick={props.again}>
            {t('again')}
          </button>
          <SlipPicture kept={kept} />
        </>
      )}
      {props.forget && (
        <>
          <p>{t('forgetHelp')}</p>
          <button type="button" onClick={props.forget}>
            {t(deskOf(contest.contest) ? 'forgetToDesk' : 'forget')}
          </button>
        </>
      )}
      {shut && last && (
        <>
          <p>{t('closed')}</p>
          {place === undefined ? (
            <button type="button" class="primary" disabled={lookup.busy} onClick={look}>
              {t('checkMine')}
            </button>
          ) : (
            <p class={place === 'missing' ? 'notice late' : 'notice'} role="status">
              {place === 'missing'
                ? t('mineMissing', { phone: contest.phone })
                : place === 'replaced'
                  ? t('mineReplaced')
                  : t('mineIn', place)}
            </p>
          )}
          {lookup.problem && <p class="notice late">{lookup.problem}</p>}
        </>
      )}
      <p>
        <a class="standing" href={`/e/${contest.slug}/${contest.contest}`}>
          {t('publicRecord')}
        </a>
      </p>
      <Remains phases={contest.phases} />
    </>
  );
}
