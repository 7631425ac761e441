// One sentence of a condition: which question, which row of it, how, and which answer. What is offered follows the
// kind of the source's answers, so that nothing can be written that the check before publishing refuses. A comparison
// stays here until it has a value to compare with.
import { useEffect, useState } from 'preact/hooks';
import { fieldOf } from '../../../schema/fields/registry.ts';
import type { Definition, Question } from '../../../schema/form/definition.ts';
import { operators } from '../../../schema/logic/condition.ts';
import type { Leaf } from '../../../schema/logic/shapes.ts';
import { Choice } from '../../ui/choice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { valuesOf } from './condition-words.ts';
import { nameOf, numbersOf, titleOf } from './numbering.ts';
import { t } from './words.ts';

type Op = Leaf['op'];

const rowsOf = (question: Question) => ('rows' in question ? question.rows : []);
/** Words are written, answers are chosen. */
const opWord = (op: Op, kind: string): string => {
  if (kind === 'text' && op === 'equals') return t('written');
  if (kind === 'text' && op === 'in') return t('writtenIn');
  if (kind === 'number' && op === 'equals') return t('equals');
  return op === 'equals' ? t('contains') : t(op);
};
const opsFor = (question: Question, row: string | undefined): readonly Op[] =>
  operators[fieldOf(question).comparable(question, row).kind];

/** The first sentence that fits a source: 选了 its first answer, where answers can be named. */
export function firstLeaf(source: Question, row: string | undefined = rowsOf(source)[0]?.id): Leaf {
  const ops = opsFor(source, row);
  const op = ops.find((one) => one === 'equals' || one === 'contains') ?? 'answered';
  const first = leafWith(source, row, op);
  return isWhole(first) ? first : leafWith(source, row, 'answered');
}

/** Whether there is something to compare with. */
const isWhole = (leaf: Leaf): boolean => {
  const held = 'as' in leaf ? [leaf.as] : 'value' in leaf ? [leaf.value].flat() : [];
  return held.every((value) => (typeof value === 'number' ? !Number.isNaN(value) : value.trim() !== ''));
};

function leafWith(source: Question, row: string | undefined, op: Op, kept?: Leaf): Leaf {
  const at = row === undefined ? { q: source.id } : { q: source.id, row };
  const numeric = fieldOf(source).comparable(source, row).kind === 'number';
  const first = valuesOf(source, row).find((value) => !numeric || !Number.isNaN(Number(value.key)))?.key;
  const before = kept && 'value' in kept ? [kept.value].flat()[0] : undefined;
  const value = before ?? (numeric ? Number(first ?? Number.NaN) : (first ?? ''));
  if (op === 'answered' || op === 'unanswered') return { ...at, op };
  if (op === 'same') return { ...at, op, as: kept && 'as' in kept ? kept.as : '' };
  if (op === 'in') return { ...at, op, value: [value] };
  if (op === 'equals') return { ...at, op, value };
  if (op === 'contains') return { ...at, op, value: String(value) };
  return { ...at, op, value: numeric ? Number(value) : String(value) };
}

export function LeafEditor(props: {
  leaf: Leaf;
  sources: readonly Question[];
  definition: Definition;
  onChange: (leaf: Leaf) => void;
}) {
  const { sources } = props;
  const [half, setHalf] = useState<Leaf>();
  const saved = JSON.stringify(props.leaf);
  useEffect(() => setHalf(undefined), [saved]);
  const leaf = half ?? props.leaf;
  const onChange = (next: Leaf) => {
    if (!isWhole(next)) {
      setHalf(next);
      return;
    }
    setHalf(undefined);
    props.onChange(next);
  };
  const numbers = numbersOf(props.definition);
  const source = sources.find((one) => one.id === leaf.q);
  const choices = sources.map((one) => ({ value: one.id, label: `${nameOf(one, numbers)} ${titleOf(one)}` }));
  const rows = source ? rowsOf(source) : [];
  return (
    <>
      <Select
        label={`${t('when')} ${t('ofQuestion')}`}
        value={leaf.q}
        options={source ? choices : [{ value: leaf.q, label: t('lost') }, ...choices]}
        onChange={(id) => {
          const next = sources.find((one) => one.id === id);
          if (next) onChange(firstLeaf(next));
        }}
      />
      {source && rows.length > 0 && (
        <Select
          label={t('ofRow')}
          value={leaf.row ?? ''}
          options={rows.map((row) => ({ value: row.id, label: row.label }))}
          onChange={(row) => onChange(firstLeaf(source, row))}
        />
      )}
      {source && (
        <Select
          label={t('how')}
          value={leaf.op}
          options={opsFor(source, leaf.row).map((op) => ({
            value: op,
            label: opWord(op, fieldOf(source).comparable(source, leaf.row).kind),
          }))}
          onChange={(op) => onChange(leafWith(source, leaf.row, op, leaf))}
        />
      )}
      {source && leaf.op === 'same' && (
        <Select
          label={t('ofQuestion')}
          value={leaf.as}
          options={[{ value: '', label: t('choose') }, ...choices.filter(({ value }) => value !== leaf.q)]}
          onChange={(as) => onChange({ ...leaf, as })}
        />
      )}
      {source && 'value' in leaf && <ValueEditor leaf={leaf} source={source} onChange={onChange} />}
    </>
  );
}

type LeafWithValue = Extract<Leaf, { value: unknown }>;

function ValueEditor(props: { leaf: LeafWithValue; source: Question; onChange: (leaf: Leaf) => void }) {
  const { leaf, source, onChange } = props;
  const values = valuesOf(source, leaf.row);
  const { kind } = fieldOf(source).comparable(source, leaf.row);
  const numeric = kind === 'number';
  const read = (key: string) => (numeric ? Number(key === '' ? Number.NaN : key) : key);
  const ordered = numeric ? values.filter((value) => !Number.isNaN(Number(value.key))) : values;
  if (leaf.op === 'in' && ordered.length > 0)
    return (
      <div class="choices">
        {ordered.map(({ key, label }) => (
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
      </div>
    );
  const raw = [leaf.value].flat()[0] ?? '';
  const value = Number.isNaN(raw) ? '' : String(raw);
  const set = (typed: string) =>
    onChange(leafWith(source, leaf.row, leaf.op, { q: leaf.q, op: 'equals', value: read(typed) }));
  if (ordered.length > 0)
    return (
      <Select
        label={t('what')}
        value={value}
        options={ordered.map(({ key, label }) => ({ value: key, label }))}
        onChange={set}
      />
    );
  return (
    <TextField
      label={t('what')}
      type={numeric ? 'number' : kind === 'date' ? 'date' : 'text'}
      hint={isWhole(leaf) ? undefined : t('halfRule')}
      value={value}
      onInput={set}
    />
  );
}
