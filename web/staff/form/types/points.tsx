// Types that give points: rating, scale, nps, and the table of scales, which has the settings of a scale.
import type { BaseQuestion } from '../../../../schema/fields/field.ts';
import { pointsOf } from '../../../../schema/fields/points.ts';
import type { ScaleSettings } from '../../../../schema/fields/scale.ts';
import type { QuestionOf } from '../../../../schema/fields/shapes.ts';
import { Choice } from '../../../ui/choice.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { blankLines, type SettingsProps, type TypeEntry } from './entry.ts';
import { OptionalWord } from './settings-fields.tsx';
import { t } from './settings-words.ts';
import { fresh } from './words.ts';

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index));

export const rating: TypeEntry<QuestionOf<'rating'>> = {
  purpose: 'rate',
  make: (id) => ({ id, type: 'rating', title: '', required: true, stars: 5 }),
  Settings: RatingSettings,
};
function RatingSettings({ question, change }: SettingsProps<QuestionOf<'rating'>>) {
  return (
    <Select
      label={t('stars')}
      value={String(question.stars ?? 5)}
      options={numbers(3, 10).map((value) => ({ value, label: t('starsN', { n: value }) }))}
      onChange={(value) => change({ ...question, stars: Number(value) })}
    />
  );
}

const fiveWords = () => [fresh('s1'), fresh('s2'), fresh('s3'), fresh('s4'), fresh('s5')];

export const scale: TypeEntry<QuestionOf<'scale'>> = {
  purpose: 'rate',
  make: (id) => ({
    id,
    type: 'scale',
    title: '',
    required: true,
    from: 1,
    to: 5,
    labels: fiveWords(),
    na: true,
  }),
  Settings: ScaleFields,
};

export const matrixScale: TypeEntry<QuestionOf<'matrix-scale'>> = {
  purpose: 'table',
  may: ['carry'],
  make: (id) => ({
    id,
    type: 'matrix-scale',
    title: '',
    required: true,
    rows: blankLines(2),
    from: 1,
    to: 5,
    labels: fiveWords(),
    na: true,
  }),
  Settings: ScaleFields,
};

type Scaled = BaseQuestion & ScaleSettings;
type Wording = 'each' | 'ends' | 'numbers';
const wordingOf = (question: Scaled): Wording => {
  if (question.labels) return 'each';
  return question.low !== undefined || question.high !== undefined ? 'ends' : 'numbers';
};

/** Words for each point stay with their point when the ends move. */
const fitted = <Q extends Scaled>(question: Q): Q => {
  if (!question.labels) return question;
  return { ...question, labels: pointsOf(question).map((_, index) => question.labels?.[index] ?? '') };
};

function ScaleFields<Q extends Scaled>({ question, change, ...rest }: SettingsProps<Q>) {
  const wording = wordingOf(question);
  const reword = (next: Wording) => {
    const bare = { ...question, labels: undefined, low: undefined, high: undefined };
    if (next === 'each') change(fitted({ ...bare, labels: fiveWords() }));
    else if (next === 'ends') change({ ...bare, low: fresh('s1'), high: fresh('s5') });
    else change(bare);
  };
  return (
    <>
      <Select
        label={t('scaleFrom')}
        value={String(question.from)}
        options={numbers(0, 1).map((value) => ({ value, label: value }))}
        onChange={(value) => change(fitted({ ...question, from: Number(value) }))}
      />
      <Select
        label={t('scaleTo')}
        value={String(question.to)}
        options={numbers(2, 10).map((value) => ({ value, label: value }))}
        onChange={(value) => change(fitted({ ...question, to: Number(value) }))}
      />
      <Select
        label={t('scaleWords')}
        value={wording}
        options={[
          { value: 'each', label: t('scaleEach') },
          { value: 'ends', label: t('scaleEnds') },
          { value: 'numbers', label: t('scaleNumbers') },
        ]}
        onChange={reword}
      />
      {wording === 'each' &&
        pointsOf(question).map((point, index) => (
          <TextField
            key={point}
            label={t('pointN', { n: point })}
            maxLength={20}
            value={question.labels?.[index] ?? ''}
            onInput={(word) =>
              change({
                ...question,
                labels: fitted(question).labels?.map((old, at) => (at === index ? word : old)),
              })
            }
          />
        ))}
      {wording === 'ends' && <Ends question={question} change={change} {...rest} />}
      <Choice
        kind="box"
        checked={question.na ?? false}
        onChange={(na) => change({ ...question, na })}
        label={t('na')}
        note={t('naNote')}
      />
    </>
  );
}

function Ends<Q extends BaseQuestion & { low?: string | undefined; high?: string | undefined }>({
  question,
  change,
}: SettingsProps<Q>) {
  return (
    <>
      <OptionalWord label={t('low')} value={question.low} onChange={(low) => change({ ...question, low })} />
      <OptionalWord
        label={t('high')}
        value={question.high}
        onChange={(high) => change({ ...question, high })}
      />
    </>
  );
}

export const nps: TypeEntry<QuestionOf<'nps'>> = {
  purpose: 'rate',
  make: (id) => ({ id, type: 'nps', title: fresh('nps'), required: true }),
  Settings: Ends,
};
