// What stands inside a block of a figure, by its kind.
import { type Expression, type Missing, opening } from '../../../../schema/logic/shapes.ts';
import { Choice } from '../../../ui/choice.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { NumberSetting } from '../types/settings-fields.tsx';
import { Conditions, IfHolds } from './conditions.tsx';
import { FigureEditor, type FigureProps } from './figure-editor.tsx';
import type { FigureOf } from './kinds.ts';
import { Parts } from './parts.tsx';
import { SourcePicker } from './source-picker.tsx';
import { t } from './words.ts';

/** Largest and smallest figure that may be written. */
const limit = 1e9;

export function Inside(props: FigureProps) {
  const { figure, onChange } = props;
  if ('number' in figure)
    return (
      <NumberSetting
        label={t('theNumber')}
        value={figure.number}
        min={-limit}
        max={limit}
        onChange={(number) => onChange({ number })}
      />
    );
  if ('value' in figure)
    return (
      <SourcePicker {...props} source={props.day ? 'day' : 'value'} id={figure.value} row={figure.row} />
    );
  if ('score' in figure) return <SourcePicker {...props} source="score" id={figure.score} />;
  if ('chosen' in figure) return <SourcePicker {...props} source="chosen" id={figure.chosen} />;
  if ('total' in figure) return <SourcePicker {...props} source="total" id={figure.total} />;
  if ('day' in figure) return <Day figure={figure} onChange={onChange} />;
  if ('minus' in figure)
    return <Pair {...props} pair={figure.minus} onPair={(minus) => onChange({ minus })} />;
  if ('times' in figure)
    return <Pair {...props} pair={figure.times} onPair={(times) => onChange({ times })} />;
  if ('over' in figure)
    return <Pair {...props} pair={figure.over} onPair={(over) => onChange({ over })} names="over" />;
  if ('between' in figure) return <Between {...props} figure={figure} />;
  if ('round' in figure) return <Round {...props} figure={figure} />;
  if ('count' in figure) return <Conditions {...props} count={figure.count} />;
  if ('if' in figure) return <IfHolds {...props} figure={figure} />;
  return <Several {...props} figure={figure} />;
}

function Day(props: { figure: FigureOf<'day'>; onChange: (figure: Expression) => void }) {
  const { day } = props.figure;
  const fixed = day !== opening;
  return (
    <>
      <Select
        label={t('dayKind')}
        value={fixed ? 'fixed' : opening}
        options={[
          { value: opening, label: t('opens') },
          { value: 'fixed', label: t('fixedDay') },
        ]}
        onChange={(kind) =>
          props.onChange({ day: kind === opening ? opening : new Date().toISOString().slice(0, 10) })
        }
      />
      {fixed && (
        <TextField
          type="date"
          label={t('fixedDay')}
          hideLabel
          value={day}
          onInput={(typed) => typed !== '' && props.onChange({ day: typed })}
        />
      )}
    </>
  );
}

function Pair(
  props: FigureProps & {
    pair: readonly [Expression, Expression];
    onPair: (pair: [Expression, Expression]) => void;
    names?: 'over';
  },
) {
  const [one, other] = props.pair;
  const inner = { ...props, room: props.room - 1 };
  return (
    <>
      <FigureEditor
        {...inner}
        label={t(props.names ? 'first-over' : 'first')}
        figure={one}
        onChange={(next) => props.onPair([next, other])}
      />
      <FigureEditor
        {...inner}
        label={t(props.names ? 'second-over' : 'second')}
        figure={other}
        onChange={(next) => props.onPair([one, next])}
      />
    </>
  );
}

function Between({ figure, ...props }: FigureProps & { figure: FigureOf<'between'> }) {
  const [from, until] = figure.between;
  const put = (between: [Expression, Expression]) => props.onChange({ ...figure, between });
  return (
    <>
      <FigureEditor {...props} day label={t('from')} figure={from} onChange={(next) => put([next, until])} />
      <FigureEditor {...props} day label={t('until')} figure={until} onChange={(next) => put([from, next])} />
      <Select
        label={t('unit')}
        value={figure.unit}
        options={(['days', 'months', 'years'] as const).map((value) => ({ value, label: t(value) }))}
        onChange={(unit) => props.onChange({ ...figure, unit })}
      />
    </>
  );
}

function Round({ figure, ...props }: FigureProps & { figure: FigureOf<'round'> }) {
  return (
    <>
      <FigureEditor
        {...props}
        room={props.room - 1}
        label={t('rounded')}
        figure={figure.round}
        onChange={(round) => props.onChange({ ...figure, round })}
      />
      <Select
        label={t('digits')}
        value={String(figure.digits)}
        options={['0', '1', '2', '3'].map((value) => ({ value, label: value }))}
        onChange={(digits) => props.onChange({ ...figure, digits: Number(digits) })}
      />
    </>
  );
}

type SeveralOf = Extract<Expression, { missing: unknown }>;
const ways: readonly Missing[] = ['skip', 'zero', 'null'];

function Several({ figure, ...props }: FigureProps & { figure: SeveralOf }) {
  return (
    <>
      <Parts {...props} figure={figure} />
      <Select
        label={t('missing')}
        value={figure.missing}
        options={ways.map((value) => ({ value, label: t(`missing-${value}`) }))}
        onChange={(missing) => props.onChange({ ...figure, missing })}
      />
      {'weighted' in figure && (
        <Choice
          kind="box"
          checked={figure.mean ?? false}
          onChange={(mean) => props.onChange({ ...figure, mean: mean || undefined })}
          label={t('mean')}
        />
      )}
    </>
  );
}
