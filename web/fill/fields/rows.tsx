// 自增表格: a card a line, and a button for one more. Without a script a few lines stand ready.
import type { TargetedInputEvent } from 'preact';
import { cellPart } from '../../../schema/fields/cells.ts';
import { formName } from '../../../schema/fields/field.ts';
import { mostRows, type RowsColumn } from '../../../schema/fields/rows.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { first, own } from '../values.ts';
import { say } from '../words.ts';
import { type Control, type Drawn, scripted } from './control.ts';
import { partIds } from './part-ids.ts';
import './parts.css';
import './rows.css';

type RowsQuestion = QuestionOf<'rows'>;

/** Lines on a page without a script, if the form allows so many. */
const ready = 5;

export const control: Control<RowsQuestion> = {
  frame: 'group',
  says: ['lineN', 'addLine', 'removeLine', 'choose'],
  draw: (drawn) => {
    const { question, values } = drawn;
    const most = mostRows(question);
    const filled = Array.from({ length: most }, (_, index) => index).filter((index) =>
      question.columns.some((column) => own(values, nameOf(question, index, column))?.length),
    );
    // A line that was begun is there, in its own place; one more is always ready.
    const lines = scripted
      ? Math.max(1, question.min ?? 1, ...filled.map((index) => index + 1))
      : Math.min(most, Math.max(ready, filled.length + 1));
    return <Lines drawn={drawn} lines={lines} />;
  },
};

const nameOf = (question: RowsQuestion, index: number, { id }: RowsColumn) =>
  formName(question, cellPart(String(index), id));

function Lines({ drawn, lines }: { drawn: Drawn<RowsQuestion>; lines: number }) {
  const { question, values, set, problem } = drawn;
  const most = mostRows(question);
  const wrong =
    problem &&
    question.columns
      .filter(({ label }) => label === problem.args.column)
      .map(({ id }) => cellPart(String(Number(problem.args.line) - 1), id))[0];
  const idOf = partIds(
    drawn.id,
    Array.from({ length: lines }, (_, index) =>
      question.columns.map(({ id }) => cellPart(String(index), id)),
    ).flat(),
    wrong,
  );
  const cellsOf = (index: number) =>
    question.columns.map((column) => own(values, nameOf(question, index, column)) ?? []);
  const put = (index: number, cells: readonly (readonly string[])[]) =>
    question.columns.forEach((column, at) => {
      set(nameOf(question, index, column), cells[at] ?? []);
    });
  return (
    <>
      <div class="lines-of">
        {Array.from({ length: lines }, (_, index) => (
          <fieldset key={index} class="card">
            <legend>{say('lineN', { n: index + 1 })}</legend>
            <div class="fields">
              {question.columns.map((column) => {
                const part = cellPart(String(index), column.id);
                return (
                  <Field
                    key={column.id}
                    drawn={drawn}
                    column={column}
                    name={formName(question, part)}
                    id={idOf(part)}
                    invalid={drawn.invalid && (wrong === undefined || wrong === part)}
                  />
                );
              })}
            </div>
            {scripted && lines > 1 && (
              <button
                type="button"
                class="plain clear"
                onClick={() => {
                  // What comes after moves up; the last line is emptied.
                  for (let at = index; at < most; at++) put(at, at + 1 < most ? cellsOf(at + 1) : []);
                }}
              >
                {say('removeLine', { n: index + 1 })}
              </button>
            )}
          </fieldset>
        ))}
      </div>
      {scripted && lines < most && (
        <button
          type="button"
          class="add-line"
          onClick={() => {
            put(
              lines,
              question.columns.map(() => ['']),
            );
            // Who adds a line goes on in it, once it is drawn.
            const id = idOf(cellPart(String(lines), question.columns[0]?.id ?? ''));
            queueMicrotask(() => document.getElementById(id)?.focus());
          }}
        >
          + {question.addWord ?? say('addLine')}
        </button>
      )}
    </>
  );
}

/** One element for each type: their types of attributes differ. */
const Typed = ({ date, ...rest }: { date: boolean } & Record<string, unknown>) =>
  date ? <input type="date" {...rest} /> : <input type="text" {...rest} />;

interface FieldProps {
  drawn: Drawn<RowsQuestion>;
  column: RowsColumn;
  name: string;
  id: string;
  invalid: boolean;
}

function Field({ drawn, column, name, id, invalid }: FieldProps) {
  const { question, values, set } = drawn;
  const value = first(values, name);
  const modes = { number: 'decimal', phone: 'tel' } as const;
  return (
    <div class={invalid ? undefined : 'fine'}>
      <label for={id}>
        {column.label}
        {/* Said where some must be filled in; where none must, it goes without saying. */}
        {!column.required && question.columns.some(({ required }) => required) && say('optional')}
      </label>
      {column.kind === 'choice' ? (
        <div class="select">
          <select
            id={id}
            name={name}
            aria-invalid={invalid || undefined}
            onChange={(event) => set(name, [event.currentTarget.value])}
          >
            <option value="">{say('choose')}</option>
            {column.options?.map((option) => (
              <option key={option.id} value={option.id} selected={option.id === value}>
                {option.label}
              </option>
            ))}
          </select>
        </div>
      ) : (
        <Typed
          date={column.kind === 'date'}
          id={id}
          name={name}
          value={value}
          autocomplete="off"
          inputMode={column.kind === 'number' || column.kind === 'phone' ? modes[column.kind] : undefined}
          aria-invalid={invalid || undefined}
          onInput={(event: TargetedInputEvent<HTMLInputElement>) => set(name, [event.currentTarget.value])}
        />
      )}
    </div>
  );
}
