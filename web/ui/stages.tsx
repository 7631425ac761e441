// Dated steps on the way, the one that is now marked by shape and word.
import type { ComponentChildren } from 'preact';

export interface Step {
  key: string;
  state: 'done' | 'now' | 'coming';
  title: string;
  /** its day or days */
  when: string;
  /** beneath it: a field, or what is wrong with it */
  more?: ComponentChildren;
}

const marks = { done: '●', now: '◐', coming: '○' } as const;

/** `now`: the word beside the step that is on. */
export function Stages(props: { steps: readonly Step[]; now: string }) {
  return (
    <ol class="stages">
      {props.steps.map(({ key, state, title, when, more }) => (
        <li key={key} class={state} aria-current={state === 'now' ? 'step' : undefined}>
          <span class="stage-mark" aria-hidden="true">
            {marks[state]}
          </span>
          <div>
            {title} <small>{when}</small>
            {state === 'now' && <small> · {props.now}</small>}
            {more}
          </div>
        </li>
      ))}
    </ol>
  );
}
