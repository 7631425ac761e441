// An election of the own branches on the home page, and whether it is over.
import type { Election } from '../../../schema/api/elections.ts';
import { placeDay } from '../../../schema/day.ts';
import { dayOf } from '../elections/said.ts';
import { t as elect } from '../elections/words.ts';
import { t } from './words.ts';

export const electionIsOver = ({ cancelledAt, days }: Election): boolean =>
  cancelledAt !== null || days.result < placeDay(Date.now());

const when = ({ preset, days }: Election) =>
  t(preset === 'nominations' ? 'electionSettles' : 'electionOn', { day: dayOf(days.vote) });

export const ElectionCard = ({ election }: { election: Election }) => (
  <div class="run-card">
    <h3>
      <a href={`/staff/elections/${election.id}`}>{election.title}</a>
    </h3>
    <p class="note">
      {t('election')} · {elect(`preset-${election.preset}`)} · {election.unit.name}
    </p>
    <p class="note">{when(election)}</p>
  </div>
);
