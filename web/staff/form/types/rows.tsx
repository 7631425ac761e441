// The table that residents add lines to.
import type { QuestionOf } from '../../../../schema/fields/shapes.ts';
import { Select } from '../../../ui/select.tsx';
import { t as form } from '../words.ts';
import { Columns } from './columns.tsx';
import { blankLines, type SettingsProps, type TypeEntry } from './entry.ts';
import { OptionalNumber, OptionalWord } from './settings-fields.tsx';
import { t } from './settings-words.ts';
import { typeWord } from './words.ts';

type Rows = QuestionOf<'rows'>;
const columnKinds = ['text', 'number', 'phone', 'date', 'choice'] as const;
const kindWord = {
  text: 'text',
  number: 'number',
  phone: 'phone',
  date: 'date',
  choice: 'dropdown',
} as const;

const columnList = { most: 8, letters: 100 };

export const rows: TypeEntry<Rows> = {
  purpose: 'table',
  make: (id) => ({
    id,
    type: 'rows',
    title: '',
    columns: blankLines(2).map((line) => ({ ...line, kind: 'text' as const, required: true })),
  }),
  own: columnList,
  Lists: RowsLists,
  Settings: ({ question, change }) => (
    <>
      <OptionalNumber
        label={t('minLines')}
        value={question.min}
        onChange={(min) => change({ ...question, min })}
      />
      <OptionalNumber
        label={t('maxLines')}
        value={question.max}
        onChange={(max) => change({ ...question, max })}
      />
      <OptionalWord
        label={t('addWord')}
        hint={t('addWordHint')}
        value={question.addWord}
        onChange={(addWord) => change({ ...question, addWord })}
      />
    </>
  ),
};

function RowsLists({ question, change }: SettingsProps<Rows>) {
  return (
    <Columns
      question={question}
      own={columnList}
      make={(line) => ({ ...line, kind: 'text' as const })}
      onChange={(columns) => change({ ...question, columns })}
      marks={(column, changed) => (
        <span class="line option-marks">
          <Select
            label={t('columnKind')}
            hideLabel
            value={column.kind}
            options={columnKinds.map((value) => ({ value, label: typeWord(kindWord[value]) }))}
            onChange={(kind) =>
              changed({
                ...column,
                kind,
                options: kind === 'choice' ? blankLines(2) : undefined,
                min: undefined,
                max: undefined,
              })
            }
          />
          {column.kind === 'number' && (
            <>
              <OptionalNumber
                label={t('min')}
                value={column.min}
                onChange={(min) => changed({ ...column, min })}
              />
              <OptionalNumber
                label={t('max')}
                value={column.max}
                onChange={(max) => changed({ ...column, max })}
              />
            </>
          )}
          <label class="note">
            <input
              type="checkbox"
              checked={column.required ?? false}
              onChange={(event) => changed({ ...column, required: event.currentTarget.checked || undefined })}
            />{' '}
            {form('required')}
          </label>
        </span>
      )}
    />
  );
}
