// Types for evaluations and elections: score for a criterion, deductions, candidates, ranking, sharing out, voting.
import type { QuestionOf } from '../../../../schema/fields/shapes.ts';
import { Choice } from '../../../ui/choice.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { Line } from '../edits.ts';
import { freshOptionId } from '../fresh-id.ts';
import { LineList } from '../line-list.tsx';
import { MediaField } from '../media-field.tsx';
import { blankLines, type SettingsProps, type TypeEntry } from './entry.ts';
import { NumberSetting, OptionalNumber, OptionalWord } from './settings-fields.tsx';
import { t } from './settings-words.ts';
import { fresh } from './words.ts';

export const slider: TypeEntry<QuestionOf<'slider'>> = {
  purpose: 'rate',
  make: (id) => ({ id, type: 'slider', title: '', required: true, min: 0, max: 100 }),
  Settings: ({ question, change }) => (
    <>
      <NumberSetting label={t('min')} value={question.min} onChange={(min) => change({ ...question, min })} />
      <NumberSetting label={t('max')} value={question.max} onChange={(max) => change({ ...question, max })} />
      <OptionalNumber
        label={t('step')}
        value={question.step}
        onChange={(step) => change({ ...question, step })}
      />
      <OptionalWord label={t('low')} value={question.low} onChange={(low) => change({ ...question, low })} />
      <OptionalWord
        label={t('high')}
        value={question.high}
        onChange={(high) => change({ ...question, high })}
      />
      <OptionalWord
        label={t('unitWord')}
        hint={t('unitWordHint')}
        maxLength={10}
        value={question.unit}
        onChange={(unit) => change({ ...question, unit })}
      />
    </>
  ),
};

export const rank: TypeEntry<QuestionOf<'rank'>> = {
  mark: '↕',
  purpose: 'rate',
  may: ['shuffle', 'carry'],
  make: (id) => ({ id, type: 'rank', title: '', required: true, options: blankLines(3) }),
  Settings: ({ question, change }) => (
    <OptionalNumber
      label={t('places')}
      placeholder={t('placesAll')}
      value={question.places}
      onChange={(places) => change({ ...question, places })}
    />
  ),
};

export const allocate: TypeEntry<QuestionOf<'allocate'>> = {
  purpose: 'rate',
  may: ['shuffle', 'carry'],
  make: (id) => ({ id, type: 'allocate', title: '', required: true, options: blankLines(3), unit: '%' }),
  Settings: ({ question, change }) => (
    <>
      <OptionalNumber
        label={t('total')}
        placeholder="100"
        value={question.total}
        onChange={(total) => change({ ...question, total })}
      />
      <OptionalWord
        label={t('unitWord')}
        maxLength={10}
        value={question.unit}
        onChange={(unit) => change({ ...question, unit })}
      />
    </>
  ),
};

export const vote: TypeEntry<QuestionOf<'vote'>> = {
  purpose: 'choose',
  make: (id) => ({
    id,
    type: 'vote',
    title: '',
    required: true,
    options: [
      { id: 'up', label: fresh('up') },
      { id: 'down', label: fresh('down') },
    ],
  }),
};

type Candidates = QuestionOf<'candidates'>;
const candidateList = { most: 50, letters: 40 };
export const candidates: TypeEntry<Candidates> = {
  purpose: 'evaluate',
  make: (id) => ({
    id,
    type: 'candidates',
    title: '',
    required: true,
    mode: 'each',
    candidates: blankLines(2),
  }),
  own: candidateList,
  Lists: ({ question, change, form }) => (
    <LineList
      {...candidateList}
      of={`${question.id}-k`}
      legend={t('candidates')}
      addWord={t('addCandidate')}
      nameOfN={(n) => t('candidateN', { n })}
      list={question.candidates}
      make={(line: Line): Candidates['candidates'][number] => line}
      onChange={(list) => change({ ...question, candidates: list })}
      marks={(candidate, changed) => (
        <span class="line option-marks">
          <input
            class="input"
            aria-label={t('candidateNote', { name: candidate.label })}
            placeholder={t('candidateNoteHint')}
            maxLength={100}
            value={candidate.note ?? ''}
            onInput={(event) => changed({ ...candidate, note: event.currentTarget.value || undefined })}
          />
          <MediaField
            form={form}
            kind="image"
            label={t('candidatePicture', { name: candidate.label })}
            value={candidate.image}
            onChange={(image) => changed({ ...candidate, image })}
          />
        </span>
      )}
    />
  ),
  Settings: ({ question, change }) => (
    <>
      <Select
        label={t('candidateMode')}
        value={question.mode}
        options={(['each', 'choose'] as const).map((value) => ({ value, label: t(`mode-${value}`) }))}
        onChange={(mode) => change({ ...question, mode })}
      />
      {question.mode === 'choose' && (
        <OptionalNumber
          label={t('seats')}
          placeholder="1"
          value={question.seats}
          onChange={(seats) => change({ ...question, seats })}
        />
      )}
    </>
  ),
};

type Indicator = QuestionOf<'indicator'>;
export const indicator: TypeEntry<Indicator> = {
  purpose: 'evaluate',
  make: (id) => ({ id, type: 'indicator', title: '', required: true, full: 20 }),
  Settings: IndicatorSettings,
};
function IndicatorSettings({ question, change }: SettingsProps<Indicator>) {
  const levels = question.levels ?? [];
  const put = (next: NonNullable<Indicator['levels']>) =>
    change({ ...question, levels: next.length > 0 ? next : undefined });
  return (
    <>
      <NumberSetting
        label={t('fullMarks')}
        value={question.full}
        onChange={(full) => change({ ...question, full })}
      />
      <Choice
        kind="box"
        checked={question.halves ?? false}
        onChange={(halves) => change({ ...question, halves: halves || undefined })}
        label={t('halves')}
      />
      <OptionalNumber
        label={t('reasonBelow')}
        value={question.reasonBelow}
        onChange={(reasonBelow) => change({ ...question, reasonBelow })}
      />
      <TextField
        label={t('levelsOf')}
        hint={t('levelsOfHint')}
        lines={4}
        optional
        value={levels.map(({ label, from }) => `${from} ${label}`).join('\n')}
        onInput={(text) =>
          put(
            text.split('\n').flatMap((line) => {
              const parts = /^\s*(\d+(?:\.5)?)\s+(.+)$/.exec(line);
              return parts?.[1] && parts[2] ? [{ from: Number(parts[1]), label: parts[2] }] : [];
            }),
          )
        }
      />
    </>
  );
}

type Deductions = QuestionOf<'deductions'>;
const deductionList = { most: 40 };
export const deductions: TypeEntry<Deductions> = {
  purpose: 'evaluate',
  make: (id) => ({
    id,
    type: 'deductions',
    title: '',
    required: true,
    list: [{ id: freshOptionId(), label: '', points: 1 }],
    photos: 3,
  }),
  own: deductionList,
  Lists: ({ question, change }) => (
    <LineList
      {...deductionList}
      of={`${question.id}-d`}
      legend={t('deductionList')}
      addWord={t('addDeduction')}
      nameOfN={(n) => t('deductionN', { n })}
      list={question.list}
      make={(line: Line): Deductions['list'][number] => ({ ...line, points: 1 })}
      onChange={(list) => change({ ...question, list })}
      marks={(item, changed) => (
        <span class="line option-marks">
          <label class="note">
            {t('pointsEach')}{' '}
            <input
              class="input short"
              type="number"
              min={0.5}
              step={0.5}
              max={100}
              value={item.points}
              onInput={(event) => {
                const points = Number(event.currentTarget.value);
                if (points >= 0.5) changed({ ...item, points });
              }}
            />
          </label>
          <label class="note">
            {t('timesMost')}{' '}
            <input
              class="input short"
              type="number"
              min={1}
              max={20}
              value={item.times ?? 1}
              onInput={(event) => {
                const times = Number(event.currentTarget.value);
                if (Number.isInteger(times) && times >= 1) changed({ ...item, times });
              }}
            />
          </label>
        </span>
      )}
    />
  ),
  Settings: ({ question, change }) => (
    <>
      <OptionalNumber
        label={t('photosMost')}
        value={question.photos}
        onChange={(photos) => change({ ...question, photos, ...(photos ? {} : { evidence: undefined }) })}
      />
      <Choice
        kind="box"
        checked={question.evidence ?? false}
        disabled={!question.photos}
        onChange={(evidence) => change({ ...question, evidence: evidence || undefined })}
        label={t('evidenceNeeded')}
      />
    </>
  ),
};
