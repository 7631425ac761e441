// The frozen contests that wait for a signature, in words; checked on this device, then signed all at once. Later acts are
// signed where the box is opened.
import { useState } from 'preact/hooks';
import { useAct, useLoad } from '../../ui/load.ts';
import { Reading } from '../reading.tsx';
import { actOf, type Home, holdsKeys, signAll, type Unsigned, waitingActs } from './acts.ts';
import type { Keys } from './card.ts';
import { ReadCard } from './read-card.tsx';
import { t } from './words.ts';

function sentenceOf(one: Unsigned): string {
  const act = actOf(one);
  if (act?.act !== 'freeze') return '';
  const names = act.posts.flatMap(({ candidates }) => candidates.map(({ name }) => name)).join('、');
  return t('signFreeze', {
    seats: act.posts[0]?.seats ?? 0,
    names: names || t('signNobody'),
    entries: act.roll.entries,
    tellers: act.tellers.map(({ name }) => name).join('、'),
  });
}

/** Which contest, as the text says that is signed. */
function titleOf(one: Unsigned): string {
  const act = actOf(one);
  return act?.act === 'freeze' ? act.title : one.name;
}

export function SignActs(props: {
  home: Home;
  link: string;
  keys: Keys | undefined;
  unlocked: (keys: Keys) => void;
  signed: () => void;
}) {
  const { home, link, keys } = props;
  const read = useLoad(`${link} acts`, async () =>
    (await waitingActs(link)).filter((one) => actOf(one)?.act === 'freeze'),
  );
  const [refused, setRefused] = useState<string[]>([]);
  const { busy, problem, act } = useAct();
  const sign = (acts: readonly Unsigned[]) =>
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
    <Reading from={read}>
      {(acts) => (
        <>
          <h2>{t('toSign', { n: acts.length })}</h2>
          <p>{t('signHelp')}</p>
          <ul class="rows">
            {acts.map((one) => (
              <li key={`${one.contest}-${one.seq}`} class="card">
                <b>{titleOf(one)}</b>
                <br />
                {sentenceOf(one)}
              </li>
            ))}
          </ul>
          {[...refused, ...(problem ? [problem] : [])].map((line) => (
            <p key={line} class="notice late" role="alert">
              {line}
            </p>
          ))}
          {keys ? (
            <button type="button" class="primary" disabled={busy} onClick={() => sign(acts)}>
              {t('sign', { n: acts.length })}
            </button>
          ) : (
            <ReadCard
              of={{ teller: home.teller, name: home.name }}
              read={(found) => props.unlocked({ ...found, link })}
            />
          )}
        </>
      )}
    </Reading>
  );
}
