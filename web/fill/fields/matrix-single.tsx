// 矩阵单选
import { formName } from '../../../schema/fields/field.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { first } from '../values.ts';
import { Choice } from './choice.tsx';
import type { Control } from './control.ts';
import { Rows, rowId } from './rows-of.tsx';

export const control: Control<QuestionOf<'matrix-single'>> = {
  frame: 'group',
  says: ['rowsMissing', 'andMore'],
  draw: (drawn) => (
    <Rows drawn={drawn}>
      {(row) => {
        const { question, values, set, id } = drawn;
        const name = formName(question, row.id);
        const start = rowId(id, question.rows, row);
        return (
          <div class="cells">
            {question.columns.map((column, index) => (
              <Choice
                key={column.id}
                type="radio"
                name={name}
                value={column.id}
                id={index === 0 ? start : `${start}-${column.id}`}
                checked={first(values, name) === column.id}
                pick={() => set(name, [column.id])}
              >
                {column.label}
              </Choice>
            ))}
          </div>
        );
      }}
    </Rows>
  ),
};
