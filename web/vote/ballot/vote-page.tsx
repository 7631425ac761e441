// The voting page: a letter (or a slip) is opened, then three screens: whose door it is, what is chosen, the choice in large
// type. What the phone holds decides where one comes in.
import { useEffect, useState } from 'preact/hooks';
import type { LetterContest, openLetter } from '../../../schema/api/ballots.ts';
import type { openRating } from '../../../schema/api/ratings.ts';
import { normalizeCode } from '../../../schema/ids.ts';
import { useLoad } from '../../ui/load.ts';
import { ask } from '../ask.ts';
import { Frame } from '../frame.tsx';
import { Reading } from '../reading.tsx';
import { Contest, sealing } from './contest.tsx';
import { Held } from './held.tsx';
import { type Carried, carriedBy, dropFragment, keepFragment, takeFragment } from './letter.ts';
import { SlipHolder } from './slip.tsx';
import { Which } from './which.tsx';
import { t } from './words.ts';

export function VotePage() {
  const [carried, setCarried] = useState<Carried>(() => carriedBy(takeFragment()));
  const [typed, setTyped] = useState('');
  useEffect(() => {
    const read = () => location.hash.length > 1 && setCarried(carriedBy(takeFragment()));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  if (carried?.kind === 'slip') return <SlipHolder slip={carried.slip} />;
  if (carried?.kind === 'letter')
    return (
      <Held secret={carried.secret}>
        <Letter
          secret={carried.secret}
          hash={carried.hash}
          close={() => {
            dropFragment();
            setCarried(undefined);
          }}
        />
      </Held>
    );
  return (
    <TypedCode
      typed={typed}
      type={setTyped}
      open={(code) => {
        keepFragment(code);
        setCarried(carriedBy(code));
      }}
    />
  );
}

const codeLength = 28;

/** What was typed stays, also when no letter has this code. */
function TypedCode(props: { typed: string; type: (text: string) => void; open: (code: string) => void }) {
  const { typed } = props;
  const [tried, setTried] = useState(false);
  const code = normalizeCode(typed);
  const n = code.length;
  return (
    <Frame title={t('title')}>
      <h1>{t('askCode')}</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (n === codeLength) props.open(code);
        }}
      >
        <label for="code">{t('code')}</label>
        <p class="hint">{t('codeHelp')}</p>
        {tried && n !== codeLength && (
          <p class="notice late" role="alert">
            {t(n < codeLength ? 'codeShort' : 'codeLong', { n })}
          </p>
        )}
        <input
          id="code"
          class="code"
          value={typed}
          maxLength={60}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          onInput={(event) => props.type(event.currentTarget.value)}
        />
        <button type="submit" class="primary">
          {t('openCode')}
        </button>
      </form>
    </Frame>
  );
}

function Letter(props: { secret: string; hash: string | undefined; close: () => void }) {
  const { secret, hash } = props;
  const read = useLoad(secret, async () => {
    const of = { method: 'POST', body: { secret } } as const;
    // The letter first: what is wrong with it is said in its own words.
    const letter = await ask<typeof openLetter>('/api/vote/letter', of);
    const { ratings } = await ask<typeof openRating>('/api/ratings', of);
    return {
      ...letter,
      ratings,
      named: hash === undefined ? undefined : await namedBy(letter.contests, hash),
    };
  });
  const [chosen, setChosen] = useState<string>();
  const { contests = [], runs = [], ratings = [] } = read.value ?? {};
  const [only] = contests;
  const alone = contests.length === 1 && runs.length + ratings.length === 0 ? only : undefined;
  const contest = contests.find((one) => one.contest === chosen) ?? alone;
  if (contest && read.value)
    return (
      <Contest
        contest={contest}
        door={read.value.door}
        holder={{ secret, hash: read.value.named && read.value.named !== contest.contest ? undefined : hash }}
        late={Date.now() - read.value.now}
      />
    );
  return (
    <Frame title={t('title')}>
      <Reading from={read}>
        {() =>
          contests.length + runs.length + ratings.length === 0 ? (
            <p class="notice">{t('noSuch')}</p>
          ) : (
            <Which contests={contests} choose={setChosen} letter={{ runs, ratings, secret }} />
          )
        }
      </Reading>
      {read.state !== 'waiting' && (
        <button type="button" class="plain clear" onClick={props.close}>
          {t('askCode')}
        </button>
      )}
    </Frame>
  );
}

/** The contest whose terms the letter names. One printed before others were settled is not held against those. */
async function namedBy(contests: readonly LetterContest[], hash: string): Promise<string | undefined> {
  const { fixedBy } = await sealing();
  for (const { contest, entry } of contests)
    if (entry !== null && (await fixedBy(entry, hash))) return contest;
  return undefined;
}
