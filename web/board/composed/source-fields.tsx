// Where one measure comes from: its kind first, then what that kind asks for.

import type { listMeasurable } from '../../../schema/api/composed.ts';
import type { Output } from '../../../schema/api/endpoint.ts';
import { lineFigures, type Source, sourceKinds } from '../../../schema/scorecards/body.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { t } from './compose-words.ts';

export type Forms = Output<typeof listMeasurable>['forms'];
type FormLine = Forms[number]['lines'][number];

const lineKey = ({ question, row }: { question: string; row: string }) => `${question} ${row}`;
const figureOf = (line: FormLine, wanted = 'score') =>
  lineFigures.find((one) => one === wanted && line.figures.includes(one)) ??
  lineFigures.find((one) => line.figures.includes(one)) ??
  'score';

function question(form: string, line: FormLine, wanted?: string): Extract<Source, { kind: 'question' }> {
  const what = figureOf(line, wanted);
  const option = what === 'share' ? line.options[0]?.key : undefined;
  const { question: id, row } = line;
  return {
    kind: 'question',
    form,
    question: id,
    row,
    what,
    mapping: 'linear',
    ...(option ? { option } : {}),
  };
}

/** What a kind begins with: the form asked last, its first line. */
export function sourceOf(kind: Source['kind'], forms: Forms, form = forms[0]?.id ?? ''): Source | undefined {
  const lines = forms.find(({ id }) => id === form)?.lines ?? [];
  if (kind === 'overall' || kind === 'participation') return { kind, form };
  if (kind === 'question') return lines[0] && question(form, lines[0]);
  if (kind === 'index') {
    const items = lines.filter(({ figures }) => figures.includes('score')).slice(0, 40);
    return items.length > 0
      ? {
          kind,
          form,
          mapping: 'linear',
          items: items.map(({ question: id, row }) => ({ question: id, row, weight: 1 })),
        }
      : undefined;
  }
  if (kind === 'evaluation') return { kind };
  if (kind === 'burden') return { kind, what: 'minutes' };
  if (kind === 'reported') return { kind, suffix: '' };
  return { kind, what: 'announced' };
}

export function SourceFields(props: { source: Source; forms: Forms; onChange: (source: Source) => void }) {
  const { source, forms, onChange } = props;
  const offered = sourceKinds.filter((kind) => kind === source.kind || sourceOf(kind, forms) !== undefined);
  return (
    <div class="composed-fields">
      <Select
        label={t('source')}
        value={source.kind}
        options={offered.map((kind) => ({ value: kind, label: t(`source-${kind}`) }))}
        onChange={(kind) => {
          const next = sourceOf(kind, forms, 'form' in source && source.form ? source.form : undefined);
          if (next) onChange(next);
        }}
      />
      {'form' in source && (
        <Select
          label={t('form')}
          value={source.form}
          options={[
            ...(source.form === '' ? [{ value: '', label: t('noForm') }] : []),
            ...forms.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          onChange={(form) => {
            const next = sourceOf(source.kind, forms, form);
            if (next) onChange(next);
          }}
        />
      )}
      {source.kind === 'question' && <QuestionFields source={source} forms={forms} onChange={onChange} />}
      {source.kind === 'index' && <IndexFields source={source} forms={forms} onChange={onChange} />}
      {(source.kind === 'election' || source.kind === 'owner-vote') && (
        <Select
          label={t('figure')}
          value={source.what}
          options={(['announced', 'turnout'] as const).map((what) => ({
            value: what,
            label: t(`figure-${what}`),
          }))}
          onChange={(what) => onChange({ kind: source.kind, what })}
        />
      )}
      {source.kind === 'burden' && (
        <Select
          label={t('figure')}
          value={source.what}
          options={(['minutes', 'runs'] as const).map((what) => ({
            value: what,
            label: t(`figure-${what}`),
          }))}
          onChange={(what) => onChange({ kind: 'burden', what })}
        />
      )}
      {source.kind === 'reported' && (
        <TextField
          short
          label={t('suffix')}
          value={source.suffix}
          maxLength={8}
          onInput={(suffix) => onChange({ kind: 'reported', suffix })}
        />
      )}
    </div>
  );
}

interface OfForm<K extends Source['kind']> {
  source: Extract<Source, { kind: K }>;
  forms: Forms;
  onChange: (source: Source) => void;
}

function QuestionFields({ source, forms, onChange }: OfForm<'question'>) {
  const lines = forms.find(({ id }) => id === source.form)?.lines ?? [];
  const line = lines.find((one) => lineKey(one) === lineKey(source));
  return (
    <>
      <Select
        label={t('question')}
        value={lineKey(source)}
        options={lines.map((one) => ({ value: lineKey(one), label: one.title }))}
        onChange={(key) => {
          const next = lines.find((one) => lineKey(one) === key);
          if (next) onChange(question(source.form, next, source.what));
        }}
      />
      {line && (
        <Select
          label={t('figure')}
          value={source.what}
          options={lineFigures
            .filter((one) => line.figures.includes(one))
            .map((one) => ({ value: one, label: t(`figure-${one}`) }))}
          onChange={(what) => onChange(question(source.form, line, what))}
        />
      )}
      {line && source.what === 'share' && (
        <Select
          label={t('option')}
          value={source.option ?? ''}
          options={line.options.map(({ key, label }) => ({ value: key, label }))}
          onChange={(option) => onChange({ ...source, option })}
        />
      )}
      {line?.points === 5 && source.what === 'score' && <MappingField source={source} onChange={onChange} />}
    </>
  );
}

function MappingField({
  source,
  onChange,
}: {
  source: Extract<Source, { kind: 'question' | 'index' }>;
  onChange: (source: Source) => void;
}) {
  return (
    <Select
      label={t('mapping')}
      value={source.mapping}
      options={(['linear', 'hundred_eighty'] as const).map((one) => ({
        value: one,
        label: t(`mapping-${one}`),
      }))}
      onChange={(mapping) => onChange({ ...source, mapping })}
    />
  );
}

function IndexFields({ source, forms, onChange }: OfForm<'index'>) {
  const lines = (forms.find(({ id }) => id === source.form)?.lines ?? []).filter(({ figures }) =>
    figures.includes('score'),
  );
  const weightOf = (line: FormLine) =>
    source.items.find((item) => lineKey(item) === lineKey(line))?.weight ?? 0;
  const weigh = (line: FormLine, weight: number) => {
    const items = lines
      .map((one) => ({
        question: one.question,
        row: one.row,
        weight: one === line ? weight : weightOf(one),
      }))
      .filter((item) => item.weight > 0);
    if (items.length > 0) onChange({ ...source, items });
  };
  return (
    <>
      {lines.map((line) => (
        <TextField
          key={lineKey(line)}
          type="number"
          short
          label={t('weightOf', { title: line.title })}
          value={String(weightOf(line))}
          min={0}
          max={100}
          onInput={(typed) => weigh(line, clampWeight(typed))}
        />
      ))}
      {lines.every(({ points }) => points === 5) && <MappingField source={source} onChange={onChange} />}
    </>
  );
}

export const clampWeight = (typed: string): number => Math.min(100, Math.max(0, Number(typed) || 0));
