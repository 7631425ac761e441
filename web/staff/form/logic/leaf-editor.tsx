// One sentence about an answer: which question, which part of it, what is said, and of which answer. A comparison stays
// here until it has a value to compare with.
import { useState } from 'preact/hooks';
import type { Definition, Question } from '../../../../schema/form/definition.ts';
import type { Leaf } from '../../../../schema/logic/shapes.ts';
import { Select } from '../../../ui/select.tsx';
import { choicesOf } from '../numbering.ts';
import { kindOf, placesOf } from './answers.ts';
import { alike, firstLeaf, isWhole, leafWith, type Saying, sayingsFor } from './leaves.ts';
import { sayingWord } from './saying-words.ts';
import { ValueEditor } from './value-editor.tsx';
import { t } from './words.ts';

/** Stands in the list of questions for a comparison of two figures. */
const figures = '=';
const whole = '';

const keyOf = ({ op, not }: Saying) => `${not ? 'not-' : ''}${op}`;

export function LeafEditor(props: {
  leaf: Leaf;
  /** says the opposite */
  not: boolean;
  sources: readonly Question[];
  definition: Definition;
  /** of the first control */
  id: string;
  onChange: (leaf: Leaf, not: boolean) => void;
  /** changes to a comparison of figures; absent where there is no room for one */
  onFigures?: (() => void) | undefined;
}) {
  const { sources, definition } = props;
  // What is not whole yet, in the place of the sentence that it began from.
  const [half, setHalf] = useState<{ from: string; leaf: Leaf; not: boolean }>();
  const saved = JSON.stringify([props.leaf, props.not]);
  const { leaf, not } = half?.from === saved ? half : props;
  const source = sources.find((one) => one.id === leaf.q);
  const put = (next: Leaf, opposite: boolean) => {
    const asked = sources.find((one) => one.id === next.q);
    if (!asked || !isWhole(next, asked)) {
      setHalf({ from: saved, leaf: next, not: opposite });
      return;
    }
    setHalf(undefined);
    props.onChange(next, opposite);
  };
  const lost = { value: leaf.q, label: t('lost') };
  const named = choicesOf(definition, sources);
  const places = source ? placesOf(source) : [];
  const sayings = source ? sayingsFor(source, leaf.row, sources) : [];
  const kind = source && kindOf(source, leaf.row);
  const saying = { op: leaf.op, not };
  const offered = sayings.some((one) => keyOf(one) === keyOf(saying)) ? sayings : [saying, ...sayings];
  return (
    <>
      <div class="sentence">
        <span aria-hidden="true">{t('when')}</span>
        <Select
          id={props.id}
          label={t('ofQuestion')}
          hideLabel
          value={leaf.q}
          options={[
            ...(source ? named : [lost, ...named]),
            ...(props.onFigures ? [{ value: figures, label: t('someFigures') }] : []),
          ]}
          onChange={(id) => {
            const next = sources.find((one) => one.id === id);
            if (next) put(firstLeaf(next), false);
            else if (id === figures) props.onFigures?.();
          }}
        />
        {source && places.length > 0 && (
          <Select
            label={t('ofRow')}
            hideLabel
            value={leaf.row ?? whole}
            options={[
              { value: whole, label: t('wholeQuestion') },
              ...places.map(({ id, label }) => ({ value: id, label: label.trim() || '…' })),
            ]}
            onChange={(row) =>
              put(row === whole ? leafWith(source, undefined, 'answered') : firstLeaf(source, row), false)
            }
          />
        )}
        {source && kind && (
          <Select
            label={t('how')}
            hideLabel
            value={keyOf(saying)}
            options={offered.map((one) => ({ value: keyOf(one), label: sayingWord(one, kind) }))}
            onChange={(key) => {
              const next = offered.find((one) => keyOf(one) === key);
              if (next) put(leafWith(source, leaf.row, next.op, leaf), next.not);
            }}
          />
        )}
        {source && leaf.op === 'same' && (
          <Select
            label={t('asWhich')}
            hideLabel
            value={leaf.as}
            options={[
              { value: '', label: t('choose') },
              ...named.filter(({ value }) => alike(source, leaf.row, sources).some(({ id }) => id === value)),
            ]}
            onChange={(as) => put({ ...leaf, as }, not)}
          />
        )}
        {source && 'value' in leaf && (
          <ValueEditor leaf={leaf} source={source} onChange={(next) => put(next, not)} />
        )}
      </div>
      {source && !isWhole(leaf, source) && <p class="note">{t('halfRule')}</p>}
      {not && <p class="note">{t('notAnsweredToo')}</p>}
    </>
  );
}
