// Elections of the own branches that are not over, a card each.
import { type Election, listElections } from '../../../schema/api/elections.ts';
import { placeDay } from '../../../schema/day.ts';
import { call } from '../../ui/call.ts';
import { type Loaded, useLoad } from '../../ui/load.ts';
import { dayOf } from '../elections/said.ts';
import { t as elect } from '../elections/words.ts';
import { t } from './words.ts';

export type Elections = Loaded<Election[]>;

const isOver = ({ cancelledAt, days }: Election) =>
  cancelledAt !== null || days.result < placeDay(Date.now());

export const useElections = (): Elections =>
  useLoad('elections now', async () =>
    (await call(listElections, {})).elections.filter((one) => !isOver(one)),
  );

const when = ({ preset, days }: Election) =>
  t(preset === 'nominations' ? 'electionSettles' : 'electionOn', { day: dayOf(days.vote) });

/** Nothing where there is none, or where they could not be read: the page is about other things. */
export function ElectionCards({ elections }: { elections: Elections }) {
  if (!elections.value || elections.value.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t('electionsNow')}</h2>
      <ul class="bare run-cards">
        {elections.value.map((one) => (
          <li key={one.id} class="card stack tight">
            <h3>
              <a href={`/staff/elections/${one.id}`}>{one.title}</a>
            </h3>
            <p class="note">
              {elect(`preset-${one.preset}`)} · {one.unit.name} · {when(one)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
