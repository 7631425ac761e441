// What an answer is compared with: chosen from its options, or typed as a number, a day, a time of day or words.
import { useState } from 'preact/hooks';
import type { Question } from '../../../../schema/form/definition.ts';
import type { Leaf } from '../../../../schema/logic/shapes.ts';
import { Choice } from '../../../ui/choice.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { kindOf } from './answers.ts';
import { comparedWith, leafWith } from './leaves.ts';
import { t } from './words.ts';

type LeafWithValue = Extract<Leaf, { value: unknown }>;
const several = /[、,，;；]/;

export function ValueEditor(props: {
  leaf: LeafWithValue;
  source: Question;
  onChange: (leaf: Leaf) => void;
}) {
  const { leaf, source, onChange } = props;
  const values = comparedWith(source, leaf.row, leaf.op);
  const kind = kindOf(source, leaf.row);
  const numeric = kind === 'number';
  const read = (key: string) => (numeric ? Number(key.trim() === '' ? Number.NaN : key) : key);
  const set = (typed: string) =>
    onChange(leafWith(source, leaf.row, leaf.op, { q: leaf.q, op: 'equals', value: read(typed) }));
  if (leaf.op === 'in' && values.length > 0)
    return (
      <fieldset class="choices across">
        <legend class="away">{t('what')}</legend>
        {values.map(({ key, label }) => (
          <Choice
            key={key}
            kind="box"
            label={label}
            checked={leaf.value.includes(read(key))}
            onChange={(on) => {
              const value = on ? [...leaf.value, read(key)] : leaf.value.filter((one) => one !== read(key));
              if (value.length > 0) onChange({ ...leaf, value });
            }}
          />
        ))}
      </fieldset>
    );
  if (leaf.op === 'in')
    return <Several values={leaf.value} read={read} onChange={(value) => onChange({ ...leaf, value })} />;
  const value = Number.isNaN(leaf.value) ? '' : String(leaf.value);
  if (values.length > 0)
    return (
      <Select
        label={t('what')}
        hideLabel
        value={value}
        options={[
          ...(values.some(({ key }) => key === value) ? [] : [{ value, label: value || t('choose') }]),
          ...values.map(({ key, label }) => ({ value: key, label })),
        ]}
        onChange={set}
      />
    );
  return (
    <TextField
      label={t('what')}
      hideLabel
      type={numeric ? 'number' : kind === 'date' || kind === 'time' ? kind : 'text'}
      value={value}
      onInput={set}
    />
  );
}

/** Several that are typed. What is typed stays as it is: a mark between two must not vanish under the hand. */
function Several(props: {
  values: readonly (string | number)[];
  read: (typed: string) => string | number;
  onChange: (values: (string | number)[]) => void;
}) {
  const { values, read } = props;
  const [typed, setTyped] = useState(values.filter((value) => !Number.isNaN(value)).join(t('listed')));
  const pieces = (text: string) =>
    text
      .split(several)
      .map((piece) => piece.trim())
      .filter((piece) => piece !== '')
      .map(read);
  const stale = String(pieces(typed)) !== String(values) && values.every((value) => !Number.isNaN(value));
  return (
    <TextField
      label={t('what')}
      hint={t('severalHint')}
      value={stale ? values.join(t('listed')) : typed}
      onInput={(text) => {
        setTyped(text);
        props.onChange(pieces(text));
      }}
    />
  );
}
