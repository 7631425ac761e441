// Dated steps of something that takes days, with today's marked by shape and word.
import { dayWords } from './time.ts';
import { t } from './words/ui.ts';

export interface Stage {
  at: number;
  title: string;
}

/** The stage under way is the last one that has begun. */
export function Stages(props: { stages: readonly Stage[]; now: number }) {
  const current = props.stages.filter((stage) => stage.at <= props.now).length - 1;
  return (
    <ol class="stages">
      {props.stages.map((stage, index) => (
        <li key={stage.title} class={index === current ? 'now' : undefined}>
          <span class={index <= current ? 'mark-good' : 'mark-none'} aria-hidden="true">
            {index < current ? '●' : index === current ? '◐' : '○'}
          </span>
          <time dateTime={new Date(stage.at).toISOString()}>{dayWords(stage.at, props.now)}</time>
          <span>
            {stage.title}
            {index === current && `（${t('today')}）`}
          </span>
        </li>
      ))}
    </ol>
  );
}
