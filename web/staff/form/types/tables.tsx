// Tables: rows and columns, of which each cell is chosen, ticked, counted or written.
import type { QuestionOf } from '../../../../schema/fields/shapes.ts';
import { Columns } from './columns.tsx';
import { blankLines, type SettingsProps, type TypeEntry } from './entry.ts';
import { FigureSettings, HowManySettings, LengthSettings } from './figure-settings.tsx';

const table = () => ({ rows: blankLines(2), columns: blankLines(2) });

type Plain = QuestionOf<'matrix-single' | 'matrix-multi' | 'matrix-number' | 'matrix-text'>;

/** Columns that are nothing but their labels. */
const PlainColumns = <Q extends Plain>({ question, change }: SettingsProps<Q>) => (
  <Columns
    question={question}
    make={(line) => line}
    onChange={(columns) => change({ ...question, columns })}
  />
);

export const matrixSingle: TypeEntry<QuestionOf<'matrix-single'>> = {
  purpose: 'table',
  may: ['carry'],
  make: (id) => ({ id, type: 'matrix-single', title: '', required: true, ...table() }),
  Lists: PlainColumns,
};

export const matrixMulti: TypeEntry<QuestionOf<'matrix-multi'>> = {
  purpose: 'table',
  may: ['carry'],
  make: (id) => ({ id, type: 'matrix-multi', title: '', required: true, ...table() }),
  Lists: PlainColumns,
  Settings: HowManySettings,
};

export const matrixNumber: TypeEntry<QuestionOf<'matrix-number'>> = {
  purpose: 'table',
  may: ['carry'],
  make: (id) => ({ id, type: 'matrix-number', title: '', ...table() }),
  Lists: PlainColumns,
  Settings: FigureSettings,
};

export const matrixText: TypeEntry<QuestionOf<'matrix-text'>> = {
  purpose: 'table',
  may: ['carry'],
  make: (id) => ({ id, type: 'matrix-text', title: '', ...table() }),
  Lists: PlainColumns,
  Settings: LengthSettings,
};

export const matrixDropdown: TypeEntry<QuestionOf<'matrix-dropdown'>> = {
  purpose: 'table',
  may: ['carry'],
  make: (id) => ({
    id,
    type: 'matrix-dropdown',
    title: '',
    required: true,
    rows: blankLines(2),
    columns: blankLines(1).map((line) => ({ ...line, options: blankLines(2) })),
  }),
  Lists: ({ question, change }) => (
    <Columns
      question={question}
      make={(line) => ({ ...line, options: blankLines(2) })}
      onChange={(columns) => change({ ...question, columns })}
    />
  ),
};
