// A figure tried out beside its editor: example answers that may be changed, and the result as residents would have it.
import { useState } from 'preact/hooks';
import type { Definition } from '../../../../schema/form/definition.ts';
import { rounded } from '../../../../schema/logic/expression.ts';
import type { Expression } from '../../../../schema/logic/shapes.ts';
import type { Value } from '../../../../schema/logic/sight.ts';
import { Choice } from '../../../ui/choice.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { kindOf, valuesOf } from '../logic/answers.ts';
import { called } from '../logic/names.ts';
import { exampleFor, keyOf, type Read, readsOf, tried } from './example.ts';
import { t } from './words.ts';

/** So many answers stand open; a figure of more folds the rest away. */
const shown = 4;

export function TryOut(props: {
  figure: Expression;
  definition: Definition;
  decimals: number;
  unit: string;
}) {
  const { figure, definition } = props;
  const [changed, setChanged] = useState<ReadonlyMap<string, Value>>(new Map());
  const reads = readsOf(figure, definition);
  const examples = new Map(
    reads.map((read) => [
      keyOf(read),
      changed.has(keyOf(read)) ? changed.get(keyOf(read)) : exampleFor(read),
    ]),
  );
  const result = tried(figure, examples, definition, Date.now());
  const field = (read: Read) => (
    <ExampleField
      key={keyOf(read)}
      read={read}
      label={called(definition, read.question.id, read.row)}
      value={examples.get(keyOf(read))}
      onChange={(value) => setChanged(new Map([...changed, [keyOf(read), value]]))}
    />
  );
  return (
    <section class="try-out stack tight" aria-label={t('example')}>
      <p class="field-label">{t('example')}</p>
      {reads.length > 0 && <p class="note">{t('exampleNote')}</p>}
      {reads.slice(0, shown).map(field)}
      {reads.length > shown && (
        <details>
          <summary>{t('moreExamples', { n: reads.length })}</summary>
          <div class="stack tight">{reads.slice(shown).map(field)}</div>
        </details>
      )}
      <p role="status">
        <b>
          {result === null
            ? t('exampleNone')
            : t('exampleIs', { value: `${rounded(result, props.decimals)}${props.unit}` })}
        </b>
      </p>
    </section>
  );
}

const none = '';

function ExampleField(props: { read: Read; label: string; value: Value; onChange: (value: Value) => void }) {
  const { read, label, value, onChange } = props;
  const kind = kindOf(read.question, read.row);
  const values = read.as === 'answer' ? valuesOf(read.question, read.row) : [];
  if (read.as === 'counts')
    return (
      <TextField
        label={label}
        type="number"
        min={0}
        value={typeof value === 'object' ? String(value.length) : ''}
        onInput={(typed) => {
          const n = Math.min(200, Math.max(0, Math.trunc(Number(typed))));
          onChange(typed === '' ? undefined : Array.from({ length: n }, (_, index) => String(index)));
        }}
      />
    );
  if (kind === 'options' && values.length > 0) {
    const chosen = typeof value === 'object' ? value : [];
    return (
      <fieldset class="stack tight">
        <legend>{label}</legend>
        {values.map((one) => (
          <Choice
            key={one.key}
            kind="box"
            label={one.label}
            checked={chosen.includes(one.key)}
            onChange={(on) => {
              const next = values
                .map(({ key }) => key)
                .filter((key) => (key === one.key ? on : chosen.includes(key)));
              onChange(next.length > 0 ? next : undefined);
            }}
          />
        ))}
      </fieldset>
    );
  }
  if (values.length > 0)
    return (
      <Select
        label={label}
        value={value === undefined ? none : String(value)}
        options={[
          { value: none, label: t('notFilled') },
          ...values.map((one) => ({ value: one.key, label: one.label })),
        ]}
        onChange={(key) => onChange(key === none ? undefined : kind === 'number' ? Number(key) : key)}
      />
    );
  const numeric = kind === 'number' || read.as === 'adds';
  return (
    <TextField
      label={label}
      type={numeric ? 'number' : kind === 'date' || kind === 'time' ? kind : 'text'}
      value={value === undefined ? '' : String(value)}
      onInput={(typed) => onChange(typed === '' ? undefined : numeric ? Number(typed) : typed)}
    />
  );
}
