// Types that ask who somebody is or where, and those that nobody fills in.
import type { QuestionOf } from '../../../../schema/fields/shapes.ts';
import { Choice } from '../../../ui/choice.tsx';
import { part } from '../../../ui/part.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { Line } from '../edits.ts';
import { LineList } from '../line-list.tsx';
import { blankLines, type TypeEntry } from './entry.ts';
import { BetweenSettings, ShownSettings } from './figure-settings.tsx';
import { OptionalNumber, OptionalWord } from './settings-fields.tsx';
import { t } from './settings-words.ts';
import { fresh } from './words.ts';

const Formula = part(
  () => import('../figures/formula.tsx'),
  (editor) => editor.Formula,
);

const plain = <T extends 'name' | 'email' | 'url' | 'id-number' | 'plate'>(type: T) =>
  ({ purpose: 'person', make: (id: string) => ({ id, type, title: fresh(type) }) }) as const;

export const name: TypeEntry<QuestionOf<'name'>> = plain('name');
export const email: TypeEntry<QuestionOf<'email'>> = plain('email');
export const url: TypeEntry<QuestionOf<'url'>> = { ...plain('url'), purpose: 'write' };
export const idNumber: TypeEntry<QuestionOf<'id-number'>> = {
  ...plain('id-number'),
  Settings: () => <p class="note">{t('sensitiveNote')}</p>,
};
export const plate: TypeEntry<QuestionOf<'plate'>> = plain('plate');

export const unit: TypeEntry<QuestionOf<'unit'>> = {
  purpose: 'person',
  make: (id) => ({ id, type: 'unit', title: fresh('unit'), room: true }),
  Settings: ({ question, change }) => (
    <>
      <Choice
        kind="box"
        checked={question.room ?? false}
        onChange={(room) => change({ ...question, room: room || undefined })}
        label={t('askRoom')}
      />
      {question.room && (
        <OptionalWord
          label={t('roomHint')}
          maxLength={50}
          value={question.roomHint}
          onChange={(roomHint) => change({ ...question, roomHint })}
        />
      )}
    </>
  ),
};

export const time: TypeEntry<QuestionOf<'time'>> = {
  purpose: 'write',
  make: (id) => ({ id, type: 'time', title: '' }),
  Settings: (props) => <BetweenSettings {...props} type="time" />,
};

export const dateRange: TypeEntry<QuestionOf<'date-range'>> = {
  purpose: 'write',
  make: (id) => ({ id, type: 'date-range', title: '' }),
  Settings: ({ question, change }) => (
    <>
      <BetweenSettings question={question} change={change} type="date" />
      <OptionalNumber
        label={t('daysMost')}
        value={question.most}
        onChange={(most) => change({ ...question, most })}
      />
    </>
  ),
};

export const calculated: TypeEntry<QuestionOf<'calculated'>> = {
  purpose: 'auto',
  make: (id) => ({ id, type: 'calculated', title: fresh('calculated'), formula: { number: 0 } }),
  Lists: Formula,
  Settings: ({ question, change }) => (
    <>
      <ShownSettings question={question} change={change} />
      <Choice
        kind="box"
        checked={question.shown ?? false}
        onChange={(shown) => change({ ...question, shown: shown || undefined })}
        label={t('showFigure')}
      />
    </>
  ),
};

const knownList = { most: 50, letters: 50 };
export const hidden: TypeEntry<QuestionOf<'hidden'>> = {
  purpose: 'auto',
  make: (id) => ({ id, type: 'hidden', title: fresh('hidden'), param: 'from' }),
  own: knownList,
  Lists: ({ question, change }) =>
    question.known ? (
      <LineList
        {...knownList}
        of={`${question.id}-v`}
        legend={t('knownValues')}
        addWord={t('addKnown')}
        nameOfN={(n) => t('knownN', { n })}
        list={question.known}
        make={(line: Line) => line}
        onChange={(known) => change({ ...question, known })}
        marks={(line) => <span class="note option-marks">{`?${question.param}=${line.id}`}</span>}
      />
    ) : null,
  Settings: ({ question, change }) => (
    <>
      <TextField
        label={t('param')}
        hint={t('paramHint', { param: question.param })}
        maxLength={20}
        value={question.param}
        onInput={(typed) => {
          const param = typed.toLowerCase().replace(/[^a-z0-9_]/g, '');
          if (/^[a-z]/.test(param)) change({ ...question, param });
        }}
      />
      <Choice
        kind="box"
        checked={question.known !== undefined}
        onChange={(on) => change({ ...question, known: on ? blankLines(2) : undefined })}
        label={t('countKnown')}
      />
    </>
  ),
};
