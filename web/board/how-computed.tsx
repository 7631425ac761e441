// 这些数怎么算的: every line of it, and what is worked out when somebody looks.
import { useState } from 'preact/hooks';
import { part } from '../ui/part.tsx';
import type { Scorecard } from './card-types.ts';
import { howLines } from './how-lines.ts';
import { t } from './words.ts';

const Reckoning = part(
  () => import('./folds/reckoning.tsx'),
  (room) => room.Reckoning,
);

export function HowComputed(props: { card: Scorecard }) {
  const { card } = props;
  const [opened, setOpened] = useState(false);
  return (
    <details
      class="fold how"
      onToggle={(event) => {
        if (event.currentTarget.open) setOpened(true);
      }}
    >
      <summary>
        <h2>{t('how')}</h2>
      </summary>
      <ul class="stack tight">
        {howLines(card).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {opened && !card.hidden && card.n !== 0 && <Reckoning card={card} />}
    </details>
  );
}
