// The empty sheet that staff fill in: heads, two example rows, a list of options, and the names of all types.
import { fieldTypes } from '../../../../schema/fields/registry.ts';
import { labelOf } from '../../../../schema/form/text/labels.ts';
import { excelFile } from '../../../ui/excel-file.ts';
import { typeWord } from '../types/words.ts';
import { sheetWord as t } from './sheet/words.ts';

export const exampleSheet = (): Promise<Blob> =>
  excelFile([
    {
      name: t('questions'),
      head: [
        t('title'),
        t('type'),
        t('required'),
        t('optionsHead'),
        t('rows'),
        t('columns'),
        t('min'),
        t('max'),
        t('unit'),
        t('hint'),
      ],
      rows: [
        [
          t('exampleMulti'),
          labelOf('multi'),
          t('no'),
          t('exampleMultiOptions'),
          '',
          '',
          '',
          '2',
          '',
          t('exampleHint'),
        ],
        [
          t('exampleTable'),
          labelOf('matrix-single'),
          t('yes'),
          t('listName'),
          t('exampleRows'),
          '',
          '',
          '',
          '',
          '',
        ],
      ],
    },
    {
      name: t('options'),
      head: [t('list'), t('option'), t('text'), t('exclusive')],
      rows: t('listOptions')
        .split('|')
        .map((label) => [t('listName'), label, '', '']),
    },
    {
      name: t('types'),
      head: [t('type'), ''],
      rows: fieldTypes.map((type) => [labelOf(type), typeWord(type)]),
    },
  ]);
