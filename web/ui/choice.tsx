// A row to choose, whole row the target: a radio in a group, or a box of its own. What cannot be chosen yet says why.
import type { ComponentChildren } from 'preact';

export function Choice(props: {
  kind: 'radio' | 'box';
  name?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: ComponentChildren;
  note?: ComponentChildren;
  disabled?: boolean;
}) {
  const { checked, disabled = false } = props;
  return (
    <label class={`choice${checked ? ' chosen' : ''}${disabled ? ' off' : ''}`}>
      <input
        type={props.kind === 'radio' ? 'radio' : 'checkbox'}
        name={props.name}
        checked={checked}
        disabled={disabled}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>
        {props.label}
        {props.note && <span class="note">{props.note}</span>}
      </span>
    </label>
  );
}

/** Several rows under one question. */
export function ChoiceGroup(props: {
  legend: string;
  hint?: ComponentChildren;
  across?: boolean;
  children: ComponentChildren;
}) {
  return (
    <fieldset class="stack tight">
      <legend class="field-label">{props.legend}</legend>
      {props.hint && <p class="note">{props.hint}</p>}
      <div class={`choices${props.across ? ' across' : ''}`}>{props.children}</div>
    </fieldset>
  );
}
