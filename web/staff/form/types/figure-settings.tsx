// Settings that several types have alike: ends, decimals and unit of a figure; the earliest and the latest; how long; how many.
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { OptionalNumber, OptionalWord } from './settings-fields.tsx';
import { t } from './settings-words.ts';

interface Props<Q> {
  question: Q;
  change(question: Q): void;
}

interface Shown {
  decimals?: number | undefined;
  unit?: string | undefined;
}
/** How a figure is shown. */
export const ShownSettings = <Q extends Shown>({ question, change }: Props<Q>) => (
  <>
    <Select
      label={t('decimals')}
      value={String(question.decimals ?? 0)}
      options={['0', '1', '2', '3'].map((value) => ({ value, label: value }))}
      onChange={(value) => change({ ...question, decimals: Number(value) })}
    />
    <OptionalWord
      label={t('unitWord')}
      hint={t('unitWordHint')}
      maxLength={10}
      value={question.unit}
      onChange={(unit) => change({ ...question, unit })}
    />
  </>
);

interface Ends {
  min?: number | undefined;
  max?: number | undefined;
}
/** A figure that is typed. */
export const FigureSettings = <Q extends Shown & Ends>({ question, change }: Props<Q>) => (
  <>
    <OptionalNumber label={t('min')} value={question.min} onChange={(min) => change({ ...question, min })} />
    <OptionalNumber label={t('max')} value={question.max} onChange={(max) => change({ ...question, max })} />
    <ShownSettings question={question} change={change} />
  </>
);

export const HowManySettings = <Q extends Ends>({ question, change }: Props<Q>) => (
  <>
    <OptionalNumber
      label={t('minChoices')}
      value={question.min}
      onChange={(min) => change({ ...question, min })}
    />
    <OptionalNumber
      label={t('maxChoices')}
      value={question.max}
      onChange={(max) => change({ ...question, max })}
    />
  </>
);

interface Between {
  min?: string | undefined;
  max?: string | undefined;
}
export const BetweenSettings = <Q extends Between>(props: Props<Q> & { type: 'date' | 'time' }) => {
  const { question, change, type } = props;
  return (
    <>
      <TextField
        type={type}
        label={t('earliest')}
        optional
        value={question.min ?? ''}
        onInput={(min) => change({ ...question, min: min || undefined })}
      />
      <TextField
        type={type}
        label={t('latest')}
        optional
        value={question.max ?? ''}
        onInput={(max) => change({ ...question, max: max || undefined })}
      />
    </>
  );
};

export const LengthSettings = <Q extends { maxLength?: number | undefined }>({
  question,
  change,
}: Props<Q>) => (
  <OptionalNumber
    label={t('maxLength')}
    value={question.maxLength}
    onChange={(maxLength) => change({ ...question, maxLength })}
  />
);
