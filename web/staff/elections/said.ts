// What the calendar of an election says, as sentences: its days, what is wrong with them, what is missing.
import type { DayFault } from '../../../schema/elections/calendar.ts';
import { type Days, momentOf, type Stage, stageState, stagesOf } from '../../../schema/elections/days.ts';
import type { Missing } from '../../../schema/elections/stages.ts';
import { sourceLine } from '../../ui/source-line.ts';
import type { Step } from '../../ui/stages.tsx';
import { dayWords, momentWords } from '../../ui/time.ts';
import { t } from './words.ts';

export const dayOf = (day: string): string => dayWords(momentOf(day, '12:00'));

export const faultWords = ({ code, days, has, last, sources }: DayFault): string =>
  t(`fault-${code}`, {
    days: days ?? '',
    has: has ?? '',
    last: last === undefined ? '' : dayOf(last),
    source: sourceLine(sources?.slice(0, 1) ?? []),
  });

export function missingWords(missing: Missing): string {
  const figures = {
    ...('has' in missing && { has: missing.has, needs: missing.needs }),
    ...('n' in missing && { n: missing.n }),
    ...('until' in missing && { day: dayOf(missing.until) }),
    ...('at' in missing && { day: momentWords(missing.at) }),
  };
  return t(`lack-${missing.code}`, figures);
}

function when({ from, to, id }: Stage, { opens, closes }: Days): string {
  const days = from === to ? dayOf(from) : t('fromTo', { from: dayOf(from), to: dayOf(to) });
  if (id === 'nominate') return t('until', { day: days });
  return id === 'vote' ? t('hours', { days, opens, closes }) : days;
}

export const stepsOf = (days: Days, preset: 'spot' | 'sealed' | 'nominations', again = false): Step[] =>
  stagesOf(days, preset, again).map((stage) => ({
    key: stage.id,
    state: stageState(stage, days, Date.now()),
    title: t(`stage-${stage.id}`),
    when: when(stage, days),
  }));
