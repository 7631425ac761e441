// One of a known list, where the choices need no room of their own.
import { useId } from 'preact/hooks';

export function Select<V extends string>(props: {
  label: string;
  value: V;
  options: readonly { value: V; label: string }[];
  onChange: (value: V) => void;
  hint?: string | undefined;
  error?: string | undefined;
  hideLabel?: boolean;
  disabled?: boolean;
  id?: string | undefined;
}) {
  const own = useId();
  const id = props.id ?? own;
  const described = [props.hint ? `${id}-hint` : '', props.error ? `${id}-error` : ''].filter(Boolean);
  return (
    <div class={`field${props.error ? ' wrong' : ''}`}>
      <label for={id} class={props.hideLabel ? 'away' : undefined}>
        {props.label}
      </label>
      {props.hint && (
        <span class="note" id={`${id}-hint`}>
          {props.hint}
        </span>
      )}
      {props.error && (
        <span class="field-error" id={`${id}-error`}>
          {props.error}
        </span>
      )}
      <select
        id={id}
        class="input"
        value={props.value}
        disabled={props.disabled}
        aria-describedby={described.length > 0 ? described.join(' ') : undefined}
        onChange={(event) => {
          const chosen = props.options[event.currentTarget.selectedIndex];
          if (chosen) props.onChange(chosen.value);
        }}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === props.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
