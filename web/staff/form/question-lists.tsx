// The lists that a question type may have: options with their marks, rows, columns.
import type { Option } from '../../../schema/fields/options.ts';
import type { Definition, Question } from '../../../schema/form/definition.ts';
import { Button } from '../../ui/button.tsx';
import type { Line } from './edits.ts';
import { LineList } from './line-list.tsx';
import { conditionWords } from './logic/condition-words.ts';
import { tokensOf } from './pipes/tokens.ts';
import { LineMore, type Listed } from './settings/line-more.tsx';
import { t as lines } from './settings/line-words.ts';
import { OptionMore } from './settings/option-more.tsx';
import { entryOf } from './types/registry.ts';
import { t } from './words.ts';

interface ListsProps {
  question: Question;
  definition: Definition;
  /** the form has published versions: options that residents have chosen are kept for their counts */
  published: boolean;
  change: (question: Question, group?: string) => void;
  form: string;
}

export function QuestionLists(props: ListsProps) {
  const { question, definition, change } = props;
  const plain = (line: Line): Listed => line;
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
          most={50}
          legend={t('rows')}
          addWord={t('addRow')}
          nameOfN={(n) => t('rowN', { n })}
          list={question.rows}
          make={plain}
          onChange={(rows, group) => change({ ...question, rows }, group)}
          tokens={tokensOf(definition)}
          marks={(row, changed, name) => (
            <LineMore
              line={row}
              name={name}
              question={question}
              definition={definition}
              change={changed}
              says={
                row.showIf ? [lines('showIf-says', { words: conditionWords(row.showIf, definition) })] : []
              }
            />
          )}
        />
      )}
      {Lists && <Lists question={question} change={change} form={props.form} definition={definition} />}
    </>
  );
}

function Options(
  props: ListsProps & { options: Option[]; set: (options: Option[], group?: string) => void },
) {
  const { question, definition, options, set } = props;
  const offered = options.filter((option) => !option.retired);
  const retired = options.filter((option) => option.retired);
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
        mark={entryOf(question).mark ?? '○'}
        list={offered}
        make={(line) => line}
        retire={(option) =>
          props.published && option.label.trim() !== '' ? { ...option, retired: true } : undefined
        }
        tokens={tokensOf(definition)}
        marks={(option, change, name) => (
          <OptionMore
            option={option}
            name={name}
            question={question}
            definition={definition}
            change={change}
          />
        )}
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
