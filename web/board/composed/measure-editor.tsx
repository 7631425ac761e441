// One measure of a card that is being composed: its name and source, and folded its target and weight. Alt + arrows move it.
import type { ComponentChildren } from 'preact';
import { formOf, inHundred, type Measure, type Source } from '../../../schema/scorecards/body.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { t } from './compose-words.ts';
import { clampWeight, type Forms, SourceFields } from './source-fields.tsx';
import { t as composed } from './words.ts';

const numberOrNull = (typed: string): number | null =>
  typed.trim() === '' || Number.isNaN(Number(typed)) ? null : Number(typed);

export function MeasureEditor(props: {
  measure: Measure;
  forms: Forms;
  first: boolean;
  last: boolean;
  onChange: (measure: Measure) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const { measure, onChange, onMove } = props;
  const title = measure.title || t('unnamed');
  const accessOf = (source: Source) => props.forms.find(({ id }) => id === formOf(source))?.runs[0]?.access;
  const weighs = (source: Source) => inHundred(source, accessOf(source));
  const set = (part: Partial<Measure>) => onChange({ ...measure, ...part });
  return (
    <li
      class="card stack tight composed-edit"
      data-measure={measure.id}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        onMove(event.key === 'ArrowUp' ? -1 : 1);
      }}
    >
      <div class="line apart">
        <TextField
          label={t('measureTitle')}
          value={measure.title}
          maxLength={40}
          onInput={(words) => set({ title: words })}
        />
        <span class="line">
          <Act word="↑" label={t('up', { title })} disabled={props.first} onClick={() => onMove(-1)} />
          <Act word="↓" label={t('down', { title })} disabled={props.last} onClick={() => onMove(1)} />
          <Act word="×" label={t('remove', { title })} onClick={props.onRemove} />
        </span>
      </div>
      <SourceFields
        source={measure.source}
        forms={props.forms}
        onChange={(source) => set({ source, ...(weighs(source) ? {} : { weight: 0 }) })}
      />
      <details class="fold">
        <summary>
          {t('more')}
          {measure.target !== null && ` · ${composed('target', { value: measure.target })}`}
        </summary>
        <div class="composed-fields">
          <TextField
            type="number"
            short
            label={t('targetField')}
            value={measure.target === null ? '' : String(measure.target)}
            onInput={(typed) => set({ target: numberOrNull(typed) })}
          />
          <TextField
            type="number"
            short
            label={t('fairField')}
            value={measure.fair === null ? '' : String(measure.fair)}
            onInput={(typed) => set({ fair: numberOrNull(typed) })}
          />
          <Select
            label={t('better')}
            value={measure.better}
            options={(['higher', 'lower'] as const).map((one) => ({ value: one, label: t(one) }))}
            onChange={(better) => set({ better })}
          />
          {weighs(measure.source) && (
            <TextField
              type="number"
              short
              label={t('weight')}
              value={String(measure.weight)}
              min={0}
              max={100}
              onInput={(typed) => set({ weight: clampWeight(typed) })}
            />
          )}
        </div>
      </details>
    </li>
  );
}

function Act(props: { word: ComponentChildren; label: string; disabled?: boolean; onClick: () => void }) {
  return (
    <Button kind="outlined" label={props.label} disabled={props.disabled ?? false} onClick={props.onClick}>
      <span aria-hidden="true">{props.word}</span>
    </Button>
  );
}
