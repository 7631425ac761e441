// What an owner's letter opens: the code from the address or typed, then the vote, or a choice of votes.
import { useEffect, useState } from 'preact/hooks';
import type { OwnVote, openOwnerLetter } from '../../../schema/api/owner-votes.ts';
import { useAct } from '../../ui/load.ts';
import { momentWords } from '../../ui/time.ts';
import { ask } from '../ask.ts';
import { Frame } from '../frame.tsx';
import { TypeCode } from '../type-code.tsx';
import { OneVote } from './one-vote.tsx';
import { t } from './words.ts';

export function LetterPage() {
  const [secret, setSecret] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const [votes, setVotes] = useState<readonly OwnVote[]>();
  const [demo, setDemo] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const { busy, problem, act } = useAct();
  const open = (code: string) =>
    act(async () => {
      const opened = await ask<typeof openOwnerLetter>('/api/o', { method: 'POST', body: { secret: code } });
      setSecret(code);
      setVotes(opened.votes);
      setDemo(opened.demo);
    });
  useEffect(() => {
    if (secret !== '') void open(secret);
  }, []);
  const vote = votes?.length === 1 ? votes[0] : votes?.find(({ id }) => id === chosen);
  return (
    <Frame where={vote?.unit.name} title={vote?.title ?? t('letterTitle')} demo={demo} asks={vote}>
      {vote ? (
        <OneVote
          key={vote.id}
          vote={vote}
          secret={secret}
          onChanged={() => open(secret)}
          onLeave={votes && votes.length > 1 ? () => setChosen(undefined) : undefined}
        />
      ) : votes ? (
        <Choose votes={votes} onChoose={setChosen} />
      ) : (
        <TypeCode
          title={t('letterTitle')}
          code={secret}
          busy={busy && t('reading')}
          problem={problem}
          onOpen={open}
        />
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
