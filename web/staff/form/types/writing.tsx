// Types that are written: number, text, long text, date, phone.

import type { QuestionOf } from '../../../../schema/fields/shapes.ts';
import type { TextSettings } from '../../../../schema/fields/text.ts';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { t } from '../words.ts';
import type { SettingsProps, TypeEntry } from './entry.ts';
import { OptionalNumber, OptionalWord } from './settings-fields.tsx';

export const number: TypeEntry<QuestionOf<'number'>> = {
  purpose: 'write',
  make: (id) => ({ id, type: 'number', title: '', min: 0, max: 100 }),
  Settings: NumberSettings,
};
function NumberSettings({ question, change }: SettingsProps<QuestionOf<'number'>>) {
  return (
    <>
      <OptionalNumber
        label={t('min')}
        value={question.min}
        onChange={(min) => change({ ...question, min })}
      />
      <OptionalNumber
        label={t('max')}
        value={question.max}
        onChange={(max) => change({ ...question, max })}
      />
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
}

function LengthSettings<Q extends TextSettings>({ question, change }: SettingsProps<Q>) {
  return (
    <OptionalNumber
      label={t('maxLength')}
      value={question.maxLength}
      onChange={(maxLength) => change({ ...question, maxLength })}
    />
  );
}
export const text: TypeEntry<QuestionOf<'text'>> = {
  purpose: 'write',
  make: (id) => ({ id, type: 'text', title: '' }),
  Settings: LengthSettings,
};
export const longText: TypeEntry<QuestionOf<'long-text'>> = {
  purpose: 'write',
  make: (id) => ({ id, type: 'long-text', title: '' }),
  Settings: LengthSettings,
};

export const date: TypeEntry<QuestionOf<'date'>> = {
  purpose: 'write',
  make: (id) => ({ id, type: 'date', title: '' }),
  Settings: DateSettings,
};
function DateSettings({ question, change }: SettingsProps<QuestionOf<'date'>>) {
  return (
    <>
      <TextField
        type="date"
        label={t('earliest')}
        optional
        value={question.min ?? ''}
        onInput={(min) => change({ ...question, min: min || undefined })}
      />
      <TextField
        type="date"
        label={t('latest')}
        optional
        value={question.max ?? ''}
        onInput={(max) => change({ ...question, max: max || undefined })}
      />
    </>
  );
}

export const phone: TypeEntry<QuestionOf<'phone'>> = {
  purpose: 'write',
  make: (id) => ({ id, type: 'phone', title: '' }),
};
