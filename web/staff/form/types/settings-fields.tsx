// The few fields that settings are made of: a number that may be left blank, a word that may be left blank.
import { useState } from 'preact/hooks';
import { TextField } from '../../../ui/text-field.tsx';
import { t } from './settings-words.ts';

interface NumberProps {
  label: string;
  placeholder?: string;
  min?: number;
  max?: number;
  hint?: string;
}

export function OptionalNumber(
  props: NumberProps & {
    value: number | undefined;
    onChange: (value: number | undefined) => void;
    /** must not be left blank */
    needed?: boolean;
  },
) {
  const { value, min = -Infinity, max = Infinity, needed = false } = props;
  const [typed, setTyped] = useState(value === undefined ? '' : String(value));
  const number = Number(typed);
  const wrong = typed === '' ? needed : Number.isNaN(number);
  const outside = !wrong && typed !== '' && (number < min || number > max);
  const stale = !wrong && !outside && number !== value && !(typed === '' && value === undefined);
  return (
    <TextField
      label={props.label}
      optional={!needed}
      short
      value={stale ? String(value ?? '') : typed}
      {...(props.placeholder ? { placeholder: props.placeholder } : {})}
      {...(props.hint ? { hint: props.hint } : {})}
      error={wrong ? t('wrongNumber') : outside ? t('numberOutside', { min, max }) : undefined}
      onInput={(text) => {
        const plain = text.normalize('NFKC').trim();
        setTyped(plain);
        const next = Number(plain);
        if (plain === '') props.onChange(undefined);
        else if (next >= min && next <= max) props.onChange(next);
      }}
    />
  );
}

/** A number that must be there: what is no number is shown as wrong and not taken. */
export function NumberSetting(props: NumberProps & { value: number; onChange: (value: number) => void }) {
  return (
    <OptionalNumber
      {...props}
      needed
      onChange={(value) => {
        if (value !== undefined) props.onChange(value);
      }}
    />
  );
}

export function OptionalWord(props: {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  hint?: string;
  placeholder?: string;
  maxLength?: number;
}) {
  return (
    <TextField
      label={props.label}
      optional
      value={props.value ?? ''}
      onInput={(text) => props.onChange(text.trim() === '' ? undefined : text)}
      {...(props.hint ? { hint: props.hint } : {})}
      {...(props.placeholder ? { placeholder: props.placeholder } : {})}
      maxLength={props.maxLength ?? 20}
    />
  );
}
