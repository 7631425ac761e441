// One thing to type: its name above, a hint under the name, what is wrong above the box.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { t } from './words/ui.ts';

// One entry each, because Preact's types tell inputs apart by the literal.
const kinds = {
  text: { type: 'text' },
  password: { type: 'password' },
  tel: { type: 'tel' },
  number: { type: 'number' },
  date: { type: 'date' },
  time: { type: 'time' },
  search: { type: 'search' },
  url: { type: 'url' },
} as const;

export interface TextFieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  hint?: ComponentChildren;
  error?: string | undefined;
  id?: string | undefined;
  type?: keyof typeof kinds;
  lines?: number;
  optional?: boolean;
  short?: boolean;
  hideLabel?: boolean;
  /** written in place: it looks like the text that it will be */
  written?: 'head' | 'title' | 'text';
  maxLength?: number;
  placeholder?: string;
  autocomplete?: string;
  disabled?: boolean;
  min?: string | number;
  max?: string | number;
  /** of a number that is not whole: how fine it may be */
  step?: number;
  onBlur?: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
}

export function TextField(props: TextFieldProps) {
  const own = useId();
  const id = props.id ?? own;
  const described = [props.hint ? `${id}-hint` : '', props.error ? `${id}-error` : ''].filter(Boolean);
  const common = {
    id,
    class: `input${props.short ? ' short' : ''}${props.written ? ` written ${props.written}` : ''}`,
    value: props.value,
    maxLength: props.maxLength,
    placeholder: props.placeholder,
    autocomplete: props.autocomplete,
    disabled: props.disabled,
    'aria-invalid': props.error ? ('true' as const) : undefined,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
    onBlur: props.onBlur,
    onKeyDown: props.onKeyDown,
  };
  return (
    <div class={`field${props.error ? ' wrong' : ''}`}>
      <label for={id} class={props.hideLabel ? 'away' : undefined}>
        {props.label}
        {props.optional && <span class="optional">{t('optional')}</span>}
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
      {props.lines ? (
        <textarea
          {...common}
          rows={props.lines}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      ) : (
        <input
          {...common}
          {...kinds[props.type ?? 'text']}
          min={props.min}
          max={props.max}
          step={props.step}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
