// One line to type into: what text, number, phone and date share.
import type { TargetedInputEvent } from 'preact';
import { type BaseQuestion, formName } from '../../../schema/fields/field.ts';
import { first } from '../values.ts';
import type { Drawn } from './control.ts';

interface Props {
  drawn: Drawn<BaseQuestion>;
  type: 'text' | 'tel' | 'date';
  inputMode?: 'numeric' | 'decimal' | 'tel' | 'email' | 'url';
  autocomplete?: string;
  /** stands behind the field: 人, 元 */
  unit?: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
}

export function Line({ drawn, type, inputMode, autocomplete = 'off', unit, min, max }: Props) {
  const { question, values, set, id, describedBy, invalid } = drawn;
  const name = formName(question);
  const own = {
    class: unit || type !== 'text' ? 'short' : undefined,
    id,
    name,
    value: first(values, name),
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => set(name, [event.currentTarget.value]),
    inputMode,
    autocomplete,
    'aria-describedby': describedBy,
    'aria-invalid': invalid || undefined,
  };
  // One element for each type: their types of attributes differ.
  const input =
    type === 'date' ? (
      <input type="date" min={min} max={max} {...own} />
    ) : type === 'tel' ? (
      <input type="tel" {...own} />
    ) : (
      <input type="text" {...own} />
    );
  if (!unit) return input;
  return (
    <div class="with-unit">
      {input}
      <span>{unit}</span>
    </div>
  );
}
