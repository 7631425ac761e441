// 矩阵多选
import { formName } from '../../../schema/fields/field.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { own } from '../values.ts';
import { Choice } from './choice.tsx';
import type { Control } from './control.ts';
import { Rows, rowId } from './rows-of.tsx';
import './ticks.css';

export const control: Control<QuestionOf<'matrix-multi'>> = {
  frame: 'group',
  says: ['rowsMissing', 'andMore'],
  draw: (drawn) => (
    <Rows drawn={drawn}>
      {(row) => {
        const { question, values, set, id } = drawn;
        const name = formName(question, row.id);
        const start = rowId(id, question.rows, row);
        const chosen = own(values, name) ?? [];
        return (
          <div class="choices ticks">
            {question.columns.map((column, index) => (
              <Choice
                key={column.id}
                type="checkbox"
                name={name}
                value={column.id}
                id={index === 0 ? start : `${start}-${column.id}`}
                checked={chosen.includes(column.id)}
                pick={() =>
                  set(
                    name,
                    chosen.includes(column.id)
                      ? chosen.filter((one) => one !== column.id)
                      : [...chosen, column.id],
                  )
                }
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
