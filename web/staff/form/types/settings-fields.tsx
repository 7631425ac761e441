// The few fields that settings are made of: a number that may be left blank, a word that may be left blank.
import { useState } from 'preact/hooks';
import { TextField } from '../../../ui/text-field.tsx';
import { t } from '../words.ts';

export function OptionalNumber(props: {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  placeholder?: string;
}) {
  const [typed, setTyped] = useState(props.value === undefined ? '' : String(props.value));
  const shown = Number(typed) === props.value && typed !== '' ? typed : String(props.value ?? typed);
  const wrong = typed !== '' && Number.isNaN(Number(typed));
  return (
    <TextField
      label={props.label}
      optional
      short
      value={wrong ? typed : props.value === undefined && typed === '' ? '' : shown}
      {...(props.placeholder ? { placeholder: props.placeholder } : {})}
      error={wrong ? t('wrongNumber') : undefined}
      onInput={(text) => {
        const plain = text.normalize('NFKC').trim();
        setTyped(plain);
        const number = Number(plain);
        if (plain === '') props.onChange(undefined);
        else if (!Number.isNaN(number)) props.onChange(number);
      }}
    />
  );
}

/** A number that must be there: what is no number is shown as wrong and not taken. */
export function NumberSetting(props: { label: string; value: number; onChange: (value: number) => void }) {
  return (
    <OptionalNumber
      label={props.label}
      value={props.value}
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
