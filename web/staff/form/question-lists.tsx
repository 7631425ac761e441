// The lists that a question type may have: options with their marks, rows, columns.
import type { Option } from '../../../schema/fields/options.ts';
import type { Question } from '../../../schema/form/definition.ts';
import { Button } from '../../ui/button.tsx';
import type { Line } from './edits.ts';
import { LineList } from './line-list.tsx';
import { entryOf } from './types/registry.ts';
import { t } from './words.ts';

interface ListsProps {
  question: Question;
  /** the form has published versions: options that residents have chosen are kept for their counts */
  published: boolean;
  change: (question: Question, group?: string) => void;
  form: string;
}

export function QuestionLists(props: ListsProps) {
  const { question, change } = props;
  const plain = (line: Line) => line;
  const { Lists } = entryOf(question);
  return (
    <>
      {'options' in question && (
        <Options
          {...props}
          options={question.options}
          set={(options, group) => change({ ...question, options }, group)}
        />
      )}
      {'rows' in question && (
        <LineList
          of={`${question.id}-r`}
          legend={t('rows')}
          addWord={t('addRow')}
          nameOfN={(n) => t('rowN', { n })}
          list={question.rows}
          make={plain}
          onChange={(rows, group) => change({ ...question, rows }, group)}
        />
      )}
      {Lists && <Lists question={question} change={change} form={props.form} />}
    </>
  );
}

function Options(
  props: ListsProps & { options: Option[]; set: (options: Option[], group?: string) => void },
) {
  const { question, options, set } = props;
  const offered = options.filter((option) => !option.retired);
  const retired = options.filter((option) => option.retired);
  const marks = entryOf(question).optionMarks ?? [];
  // Retired ones go to the end, where they disturb nobody.
  const put = (next: readonly Option[], group?: string) =>
    set(
      [...next.filter((option) => !option.retired), ...retired, ...next.filter((option) => option.retired)],
      group,
    );
  return (
    <>
      <LineList<Option>
        of={`${question.id}-o`}
        legend={t('options')}
        addWord={t('addOption')}
        nameOfN={(n) => t('optionN', { n })}
        list={offered}
        make={(line) => line}
        retire={(option) =>
          props.published && option.label.trim() !== '' ? { ...option, retired: true } : undefined
        }
        marks={(option, change) =>
          marks.length > 0 && (
            <span class={`line option-marks${marks.some((mark) => option[mark]) ? ' set' : ''}`}>
              {marks.map((mark) => (
                <label key={mark} class="note">
                  <input
                    type="checkbox"
                    checked={option[mark] ?? false}
                    onChange={(event) =>
                      change({ ...option, [mark]: event.currentTarget.checked || undefined })
                    }
                  />{' '}
                  {t(mark === 'text' ? 'otherText' : 'exclusive')}
                </label>
              ))}
            </span>
          )
        }
        onChange={put}
      />
      {retired.length > 0 && (
        <details>
          <summary>{t('retiredList')}</summary>
          <ul class="bare">
            {retired.map((option) => (
              <li key={option.id}>
                <Button
                  small
                  onClick={() =>
                    set(options.map((one) => (one.id === option.id ? { ...one, retired: undefined } : one)))
                  }
                >
                  {t('restore', { label: option.label })}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
