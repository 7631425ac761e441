// The days of an election as dated steps, the one that is now marked.
import type { ElectionFacts } from '../../schema/api/public-elections.ts';
import { placeDay } from '../../schema/day.ts';
import { momentOf, type Stage, stageState, stagesOf } from '../../schema/elections/days.ts';
import { dayWords } from '../ui/time.ts';
import { t } from './words.ts';

const marks = { done: '●', now: '◐', coming: '○' } as const;

const dayOf = (day: string) => dayWords(momentOf(day, '12:00'));

function when({ from, to, id }: Stage, { opens, closes }: ElectionFacts['days']): string {
  const days = from === to ? dayOf(from) : t('fromTo', { from: dayOf(from), to: dayOf(to) });
  if (id === 'nominate') return t('until', { day: days });
  return id === 'vote' ? t('hours', { days, opens, closes }) : days;
}

export function Stages({ election }: { election: Pick<ElectionFacts, 'days' | 'preset'> }) {
  const today = placeDay(Date.now());
  return (
    <ol class="stages">
      {stagesOf(election.days, election.preset).map((stage) => {
        const state = stageState(stage, today);
        return (
          <li key={stage.id} class={state} aria-current={state === 'now' ? 'step' : undefined}>
            <b aria-hidden="true">{marks[state]}</b>
            <span>
              {t(`stage-${stage.id}`)} <small>{when(stage, election.days)}</small>
              {state === 'now' && <small> · {t('isNow')}</small>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
