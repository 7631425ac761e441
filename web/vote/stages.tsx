// The days of an election as its residents read them.
import type { ElectionFacts } from '../../schema/api/public-elections.ts';
import { momentOf, type Stage, stageState, stagesOf } from '../../schema/elections/days.ts';
import { Stages as Steps } from '../ui/stages.tsx';
import { dayWords } from '../ui/time.ts';
import { t } from './words.ts';

const dayOf = (day: string) => dayWords(momentOf(day, '12:00'));

function when({ from, to, id }: Stage, { opens, closes }: ElectionFacts['days']): string {
  const days = from === to ? dayOf(from) : t('fromTo', { from: dayOf(from), to: dayOf(to) });
  if (id === 'nominate') return t('until', { day: days });
  return id === 'vote' ? t('hours', { days, opens, closes }) : days;
}

export function Stages(props: {
  election: Pick<ElectionFacts, 'days' | 'preset'>;
  /** of a later round */
  again?: boolean;
}) {
  const { election } = props;
  const now = Date.now();
  const steps = stagesOf(election.days, election.preset, props.again).map((stage) => ({
    key: stage.id,
    state: stageState(stage, election.days, now),
    title: t(`stage-${stage.id}`),
    when: when(stage, election.days),
  }));
  return <Steps steps={steps} now={t('isNow')} />;
}
