// One question as plain fields, from what its type says of itself (its countable lines), whatever the type is. What is
// typed goes through the type's own reader of plain forms, as on the residents' page without JavaScript.
import { formName, type Item } from '../../../schema/fields/field.ts';
import { fieldOf } from '../../../schema/fields/registry.ts';
import type { Question } from '../../../schema/form/definition.ts';
import { t } from './words.ts';

type Posted = ReadonlyMap<string, readonly string[]>;

interface AnswerFieldProps {
  question: Question;
  answer: unknown;
  error: string | undefined;
  onChange: (answer: unknown) => void;
}

/** An answer as a plain form would post it: names to values. What is being typed need not be an answer yet. */
function postedOf(question: Question, answer: unknown): Posted {
  if (answer === undefined) return new Map();
  return new Map(Object.entries(fieldOf(question).write(answer, question)));
}

export function AnswerField(props: AnswerFieldProps) {
  const { question, answer } = props;
  const field = fieldOf(question);
  const posted = postedOf(question, answer);
  const put = (name: string, values: readonly string[]) => {
    const next = new Map(posted);
    next.set(name, values);
    props.onChange(field.read((asked) => next.get(asked) ?? [], question));
  };
  const items = field.items(question);
  const several = field.comparable(question).kind === 'options' && items.length === 1;
  return (
    <fieldset class={`stack tight field${props.error ? ' wrong' : ''}`}>
      <legend class="field-label">{question.title}</legend>
      {props.error && <span class="field-error">{props.error}</span>}
      {items.map((item) => (
        <ItemField
          key={item.row}
          item={item}
          name={formName(question, item.row || undefined)}
          several={several}
          posted={posted}
          put={put}
        />
      ))}
      {items.length === 0 && (
        <textarea
          class="input"
          rows={2}
          aria-label={question.title}
          value={posted.get(formName(question))?.[0] ?? ''}
          onInput={(event) => put(formName(question), [event.currentTarget.value])}
        />
      )}
      <OtherWords question={question} posted={posted} put={put} />
    </fieldset>
  );
}

interface PartProps {
  posted: Posted;
  put: (name: string, values: readonly string[]) => void;
}

function ItemField(props: PartProps & { item: Item; name: string; several: boolean }) {
  const { item, name, several, posted, put } = props;
  const chosen = posted.get(name) ?? [];
  const prefix = item.row ? `${item.row}:` : '';
  const keys = item.keys.map(({ key, label }) => ({
    key: key.startsWith(prefix) ? key.slice(prefix.length) : key,
    label,
  }));
  if (keys.length === 0)
    return (
      <input
        class="input"
        aria-label={item.title}
        value={chosen[0] ?? ''}
        onInput={(event) => put(name, [event.currentTarget.value])}
      />
    );
  if (several)
    return (
      <>
        {keys.map(({ key, label }) => (
          <label key={key} class="tick">
            <input
              type="checkbox"
              checked={chosen.includes(key)}
              onChange={(event) =>
                put(
                  name,
                  event.currentTarget.checked ? [...chosen, key] : chosen.filter((one) => one !== key),
                )
              }
            />{' '}
            {label}
          </label>
        ))}
      </>
    );
  return (
    <label class="answer-row">
      <span class={item.row ? undefined : 'away'}>{item.title}</span>
      <select
        class="input"
        value={chosen[0] ?? ''}
        onChange={(event) => put(name, event.currentTarget.value ? [event.currentTarget.value] : [])}
      >
        <option value="">{t('notAnswered')}</option>
        {keys.map(({ key, label }) => (
          <option key={key} value={key} selected={chosen[0] === key}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The words that a chosen option asks for (其他，请写明). */
function OtherWords(props: PartProps & { question: Question }) {
  const { question, posted, put } = props;
  if (!('options' in question)) return null;
  const chosen = posted.get(formName(question)) ?? [];
  return (
    <>
      {question.options
        .filter((option) => option.text && chosen.includes(option.id))
        .map((option) => (
          <input
            key={option.id}
            class="input"
            aria-label={t('otherWords', { option: option.label })}
            value={posted.get(formName(question, option.id))?.[0] ?? ''}
            onInput={(event) => put(formName(question, option.id), [event.currentTarget.value])}
          />
        ))}
    </>
  );
}
