// 矩阵量表
import { formName } from '../../../schema/fields/field.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import type { Control } from './control.ts';
import { Points } from './points.tsx';
import { Rows, rowId } from './rows-of.tsx';

export const control: Control<QuestionOf<'matrix-scale'>> = {
  frame: 'group',
  says: ['ends', 'rowsMissing', 'andMore'],
  draw: (drawn) => (
    <Rows drawn={drawn}>
      {(row) => (
        <Points
          drawn={drawn}
          settings={drawn.question}
          name={formName(drawn.question, row.id)}
          id={rowId(drawn.id, drawn.question.rows, row)}
          cells
        />
      )}
    </Rows>
  ),
};
