// Tables: rows and columns, of which each cell is chosen, ticked, counted or written.
import type { QuestionOf } from '../../../../schema/fields/shapes.ts';
import type { ListMost } from '../line-list.tsx';
import { Columns } from './columns.tsx';
import { blankLines, type TypeEntry } from './entry.ts';
import { FigureSettings, HowManySettings, LengthSettings } from './figure-settings.tsx';

const table = () => ({ rows: blankLines(2), columns: blankLines(2) });

type Plain = QuestionOf<'matrix-single' | 'matrix-multi' | 'matrix-number' | 'matrix-text'>;

/** Columns that are nothing but their labels. */
const plainColumns = <Q extends Plain>(own: ListMost): Pick<TypeEntry<Q>, 'own' | 'Lists'> => ({
  own,
  Lists: ({ question, change }) => (
    <Columns
      question={question}
      own={own}
      make={(line) => line}
      onChange={(columns) => change({ ...question, columns })}
    />
  ),
});
/** Columns that are chosen from, and those that are filled in. */
const chosen = { most: 50 };
const filled = { most: 10 };

export const matrixSingle: TypeEntry<QuestionOf<'matrix-single'>> = {
  purpose: 'table',
  may: ['carry'],
  make: (id) => ({ id, type: 'matrix-single', title: '', required: true, ...table() }),
  ...plainColumns(chosen),
};

export const matrixMulti: TypeEntry<QuestionOf<'matrix-multi'>> = {
  purpose: 'table',
  may: ['carry'],
  make: (id) => ({ id, type: 'matrix-multi', title: '', required: true, ...table() }),
  ...plainColumns(chosen),
  Settings: HowManySettings,
};

export const matrixNumber: TypeEntry<QuestionOf<'matrix-number'>> = {
  purpose: 'table',
  may: ['carry'],
  make: (id) => ({ id, type: 'matrix-number', title: '', ...table() }),
  ...plainColumns(filled),
  Settings: FigureSettings,
};

export const matrixText: TypeEntry<QuestionOf<'matrix-text'>> = {
  purpose: 'table',
  may: ['carry'],
  make: (id) => ({ id, type: 'matrix-text', title: '', ...table() }),
  ...plainColumns(filled),
  Settings: LengthSettings,
};

const dropdowns = { most: 6 };
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
  own: dropdowns,
  Lists: ({ question, change }) => (
    <Columns
      question={question}
      own={dropdowns}
      make={(line) => ({ ...line, options: blankLines(2) })}
      onChange={(columns) => change({ ...question, columns })}
    />
  ),
};
