// One option: a native radio or box, and its whole row the target.
import type { ComponentChildren } from 'preact';

interface Props {
  type: 'radio' | 'checkbox';
  name: string;
  value: string;
  id: string;
  checked: boolean;
  pick(): void;
  children: ComponentChildren;
  disabled?: boolean | undefined;
  /** what shows only beside a chosen option */
  more?: ComponentChildren;
}

/** The label follows its control, so that the style sheet can draw the chosen row without a script. */
export function Choice({ type, name, value, id, checked, pick, disabled, children, more }: Props) {
  return (
    <div class="choice">
      <input
        type={type}
        id={id}
        name={name}
        value={value}
        checked={checked}
        disabled={disabled}
        onChange={pick}
      />
      <label for={id}>{children}</label>
      {more}
    </div>
  );
}
