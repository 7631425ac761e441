// The desks at which a helper may hand out ballots now, by election; the building tells them apart.
import type { findContests } from '../../../schema/api/boxes.ts';
import type { Output } from '../../../schema/api/endpoint.ts';
import { LinkButton } from '../../ui/button.tsx';
import { t as boxes } from '../boxes/words.ts';
import { t } from './words.ts';

export type Desk = Output<typeof findContests>['contests'][number];

/** Buildings of one election that stand open; the others are folded. */
const shown = 12;

export function Desks({ desks }: { desks: readonly Desk[] }) {
  const elections = new Map(desks.map(({ election }) => [election.id, election]));
  return (
    <section class="stack">
      <h2>{boxes('desk')}</h2>
      {[...elections.values()].map(({ id, title }) => {
        const own = desks.filter(({ election }) => election.id === id);
        return (
          <div key={id} class="stack tight">
            <h3>{title}</h3>
            <Buildings desks={own.slice(0, shown)} />
            {own.length > shown && (
              <details>
                <summary>{t('moreDesks', { n: own.length - shown })}</summary>
                <Buildings desks={own.slice(shown)} />
              </details>
            )}
          </div>
        );
      })}
    </section>
  );
}

const Buildings = ({ desks }: { desks: readonly Desk[] }) => (
  <ul class="bare line">
    {desks.map(({ id, name, above }) => (
      <li key={id}>
        <LinkButton kind="outlined" href={`/staff/contests/${id}/desk`}>
          {above} {name}
        </LinkButton>
      </li>
    ))}
  </ul>
);
