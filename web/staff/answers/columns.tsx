// Which questions stand as columns: the reader's choice, kept on this device for the form.
import { useState } from 'preact/hooks';
import type { Question } from '../../../schema/form/definition.ts';
import { Choice, ChoiceGroup } from '../../ui/choice.tsx';
import { t as ui } from '../../ui/words/ui.ts';
import { Fold } from '../form/fold.tsx';
import { t } from './words.ts';

/** Until somebody chooses: enough to tell two answers apart. */
const usual = 3;

const keyOf = (form: string) => `linli-columns-${form}`;

function kept(form: string): string[] | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(form)) ?? 'null');
    return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : undefined;
  } catch {
    return undefined;
  }
}

function keep(form: string, ids: readonly string[]): void {
  try {
    localStorage.setItem(keyOf(form), JSON.stringify(ids));
  } catch {
    // Full or forbidden storage: the choice lasts as long as the page.
  }
}

/** `questions` that may hold an answer; those that are chosen, in the order of the form. */
export function useColumns(form: string, questions: readonly Question[]) {
  const [chosen, setChosen] = useState(() => kept(form));
  const ids = new Set(chosen ?? questions.slice(0, usual).map(({ id }) => id));
  return {
    columns: questions.filter(({ id }) => ids.has(id)),
    turn(id: string) {
      if (!ids.delete(id)) ids.add(id);
      setChosen([...ids]);
      keep(form, [...ids]);
    },
  };
}

export function ColumnChooser(props: {
  questions: readonly Question[];
  columns: readonly Question[];
  onTurn: (id: string) => void;
}) {
  const { questions, columns } = props;
  const says = columns.map(({ title }) => title).join(ui('listed')) || t('columnsNone');
  return (
    <Fold title={t('columns')} says={[says]}>
      <ChoiceGroup legend={t('columns')} hint={t('columnsHint')}>
        {questions.map((question) => (
          <Choice
            key={question.id}
            kind="box"
            label={question.title}
            checked={columns.includes(question)}
            onChange={() => props.onTurn(question.id)}
          />
        ))}
      </ChoiceGroup>
    </Fold>
  );
}
