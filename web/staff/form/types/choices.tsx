// Types that are chosen from: single, multi, dropdown, yes-no.
import type { QuestionOf } from '../../../../schema/fields/shapes.ts';
import { blankLines, type SettingsProps, type TypeEntry } from './entry.ts';
import { HowManySettings } from './figure-settings.tsx';
import { OptionalWord } from './settings-fields.tsx';
import { t } from './settings-words.ts';
import { fresh } from './words.ts';

export const single: TypeEntry<QuestionOf<'single'>> = {
  purpose: 'choose',
  may: ['quiz', 'shuffle', 'carry'],
  optionMarks: ['text'],
  make: (id) => ({ id, type: 'single', title: '', required: true, options: blankLines(2) }),
};

export const multi: TypeEntry<QuestionOf<'multi'>> = {
  purpose: 'choose',
  may: ['quiz', 'shuffle', 'carry'],
  mark: '□',
  optionMarks: ['text', 'exclusive'],
  make: (id) => ({ id, type: 'multi', title: '', required: true, options: blankLines(2) }),
  Settings: HowManySettings,
};

export const dropdown: TypeEntry<QuestionOf<'dropdown'>> = {
  purpose: 'choose',
  may: ['quiz', 'shuffle', 'carry'],
  make: (id) => ({ id, type: 'dropdown', title: '', required: true, options: blankLines(2) }),
  mark: '▾',
};

export const yesNo: TypeEntry<QuestionOf<'yes-no'>> = {
  purpose: 'choose',
  may: ['quiz'],
  make: (id) => ({ id, type: 'yes-no', title: '', required: true }),
  Settings: YesNoSettings,
};
function YesNoSettings({ question, change }: SettingsProps<QuestionOf<'yes-no'>>) {
  return (
    <>
      <OptionalWord
        label={t('yesWord')}
        placeholder={fresh('yes')}
        value={question.yes}
        onChange={(yes) => change({ ...question, yes })}
      />
      <OptionalWord
        label={t('noWord')}
        placeholder={fresh('no')}
        value={question.no}
        onChange={(no) => change({ ...question, no })}
      />
    </>
  );
}
