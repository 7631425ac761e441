// The second step: the card that was kept is read again and opens a test ballot.
import { useAct } from '../../ui/load.ts';
import { WaitingLine } from '../../ui/waiting-line.tsx';
import { type Home, prove } from './acts.ts';
import { ReadCard } from './read-card.tsx';
import { t } from './words.ts';

export function ProveCard({ home, link, proved }: { home: Home; link: string; proved: () => void }) {
  const { busy, problem, act } = useAct();
  return (
    <>
      <h2>{t('proveTitle')}</h2>
      <p>{t('proveHelp')}</p>
      {problem && (
        <p class="notice late" role="alert">
          {problem}
        </p>
      )}
      {busy ? (
        <WaitingLine />
      ) : (
        <ReadCard
          of={{ teller: home.teller, name: home.name }}
          read={(keys) =>
            act(async () => {
              await prove({ ...keys, link });
              proved();
            })
          }
        />
      )}
    </>
  );
}
