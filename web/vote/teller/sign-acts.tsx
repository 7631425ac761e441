// The frozen contests that wait for a signature, in words; checked on this device, then signed all at once. Later acts are
// signed where the box is opened.
import { useState } from 'preact/hooks';
import { useAct } from '../../ui/load.ts';
import { actOf, type Home, holdsKeys, signAll, type Unsigned } from './acts.ts';
import type { Keys } from './card.ts';
import { ReadCard } from './read-card.tsx';
import { t } from './words.ts';

function linesOf(one: Unsigned): string[] {
  const act = actOf(one);
  if (act?.act !== 'freeze') return [];
  const listed = (people: readonly { name: string }[]) => people.map(({ name }) => name).join(t('and'));
  const candidates = act.posts.flatMap((post) => post.candidates);
  return [
    t('signSeats', { seats: act.posts[0]?.seats ?? 0 }),
    candidates.length > 0 ? t('signCandidates', { names: listed(candidates) }) : t('signNobody'),
    t('signRoll', { entries: act.roll.entries }),
    t('signTellers', { names: listed(act.tellers) }),
  ];
}

/** Which contest, as the text says that is signed. */
function titleOf(one: Unsigned): string {
  const act = actOf(one);
  return act?.act === 'freeze' ? act.title : one.name;
}

export function SignActs(props: {
  home: Home;
  acts: readonly Unsigned[];
  keys: Keys | undefined;
  unlocked: (keys: Keys) => void;
  signed: () => void;
}) {
  const { home, acts, keys } = props;
  const [refused, setRefused] = useState<string[]>([]);
  const { busy, problem, act } = useAct();
  const sign = () =>
    act(async () => {
      if (!keys) return;
      const checked = acts.map((one) => ({ one, right: holdsKeys(one, keys) }));
      await signAll(
        keys,
        checked.flatMap(({ one, right }) => (right ? [one] : [])),
      );
      const wrong = checked.filter(({ right }) => !right);
      setRefused(wrong.map(({ one }) => t('notMine', { name: one.name })));
      if (wrong.length === 0) props.signed();
    });
  return (
    <>
      <h2>{t('toSign', { n: acts.length })}</h2>
      <p>{t('signHelp')}</p>
      <ul class="rows">
        {acts.map((one) => (
          <li key={`${one.contest}-${one.seq}`} class="card">
            <b>{titleOf(one)}</b>
            {linesOf(one).map((line) => (
              <div key={line}>{line}</div>
            ))}
          </li>
        ))}
      </ul>
      {[...refused, ...(problem ? [problem] : [])].map((line) => (
        <p key={line} class="notice late" role="alert">
          {line}
        </p>
      ))}
      {keys ? (
        <button type="button" class="primary" disabled={busy} onClick={sign}>
          {t('sign', { n: acts.length })}
        </button>
      ) : (
        <ReadCard of={{ teller: home.teller, name: home.name }} read={props.unlocked} />
      )}
    </>
  );
}
