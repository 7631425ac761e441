// What an owner's letter opens: the code from the address or typed, then the vote, or a choice of votes.
import { useState } from 'preact/hooks';
import type { OwnVote, openOwnerLetter } from '../../../schema/api/owner-votes.ts';
import { momentWords } from '../../ui/time.ts';
import { ask } from '../ask.ts';
import { Frame } from '../frame.tsx';
import { TypeCode, useOpened } from '../type-code.tsx';
import { OneVote } from './one-vote.tsx';
import { t } from './words.ts';

export function LetterPage() {
  const { opened, ...by } = useOpened((secret) =>
    ask<typeof openOwnerLetter>('/api/o', { method: 'POST', body: { secret } }),
  );
  const [chosen, setChosen] = useState<string>();
  const votes = opened?.votes;
  const vote = votes?.length === 1 ? votes[0] : votes?.find(({ id }) => id === chosen);
  return (
    <Frame
      where={vote?.unit.name}
      title={vote?.title ?? t('letterTitle')}
      demo={opened?.demo ?? false}
      asks={vote}
    >
      {vote ? (
        <OneVote
          key={vote.id}
          vote={vote}
          secret={by.secret}
          onChanged={() => by.open(by.secret)}
          onLeave={votes && votes.length > 1 ? () => setChosen(undefined) : undefined}
        />
      ) : votes ? (
        <Choose votes={votes} onChoose={setChosen} />
      ) : (
        <TypeCode title={t('letterTitle')} reading={t('reading')} {...by} />
      )}
    </Frame>
  );
}

function Choose({ votes, onChoose }: { votes: readonly OwnVote[]; onChoose: (id: string) => void }) {
  return (
    <>
      <h1>{t('letterTitle')}</h1>
      <p>{votes.length === 0 ? t('none') : t('which', { n: votes.length })}</p>
      <ul class="rows">
        {votes.map((one) => (
          <li key={one.id}>
            <button type="button" class="row" onClick={() => onChoose(one.id)}>
              <span>
                {one.title}
                <br />
                <small>
                  {t('facts', {
                    organiser: one.organiser,
                    from: momentWords(one.opensAt),
                    to: momentWords(one.closesAt),
                  })}
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
