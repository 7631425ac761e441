// One question on the canvas: read at rest, written in place once chosen.
import { fieldOf } from '../../../schema/fields/registry.ts';
import type { Question } from '../../../schema/form/definition.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type Builder, titleId } from './builder.ts';
import { conditionWords } from './condition-words.ts';
import { nameOf, numbersOf, titleOf } from './numbering.ts';
import { QuestionLists } from './question-lists.tsx';
import { fitGaps } from './types/lists.tsx';
import { typeWord } from './types/words.ts';
import { t } from './words.ts';

export function QuestionCard(props: { question: Question; builder: Builder }) {
  const { question, builder } = props;
  const name = nameOf(question, numbersOf(builder.definition));
  return builder.chosen === question.id && builder.mayEdit ? (
    <section class="question chosen" aria-label={name} id={`q-${question.id}`}>
      <Writing question={question} builder={builder} name={name} />
    </section>
  ) : (
    <Reading question={question} builder={builder} name={name} />
  );
}

interface PartProps {
  question: Question;
  builder: Builder;
  name: string;
}

const summaryOf = (question: Question): string => {
  if ('options' in question)
    return question.options
      .filter((option) => !option.retired)
      .map((option) => option.label || '…')
      .join(' / ');
  if ('rows' in question) return question.rows.map((row) => row.label || '…').join(' / ');
  if ('labels' in question && question.labels) return question.labels.join(' / ');
  return question.hint ?? '';
};

function Reading({ question, builder, name }: PartProps) {
  const asks = fieldOf(question).asks;
  return (
    <button
      type="button"
      class={`question reading type-${question.type}`}
      id={`q-${question.id}`}
      disabled={!builder.mayEdit}
      onClick={() => builder.choose(question.id)}
    >
      <span class="note dim">
        {name}
        {asks && ` · ${typeWord(question.type)}`}
      </span>
      <span class="question-title">
        {titleOf(question)}
        {asks && !question.required && <span class="optional">{t('optionalMark')}</span>}
      </span>
      <span class="note question-summary">{summaryOf(question)}</span>
      {question.showIf && (
        <span class="note">
          ◇ {t('shows', { words: conditionWords(question.showIf, builder.definition) })}
        </span>
      )}
    </button>
  );
}

function Writing({ question, builder, name }: PartProps) {
  const { changeQuestion } = builder;
  const asks = fieldOf(question).asks;
  const at = builder.definition.questions.findIndex((one) => one.id === question.id);
  const word =
    question.type === 'note' ? 'titleNote' : question.type === 'page-break' ? 'titlePage' : 'title';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the shortcuts belong to the fields inside
    <div
      class="stack"
      onKeyDown={(event) => {
        if (!event.altKey || !event.shiftKey) return;
        if (event.key === 'ArrowUp') builder.move(question, -1);
        else if (event.key === 'ArrowDown') builder.move(question, 1);
        else return;
        event.preventDefault();
      }}
    >
      <div class="line apart">
        <span class="note">
          {name}
          {asks && ` · ${typeWord(question.type)}`}
        </span>
        <span class="question-acts">
          <Button
            small
            label={`${t('up')}：${name}`}
            disabled={at === 0}
            onClick={() => builder.move(question, -1)}
          >
            ↑ {t('up')}
          </Button>
          <Button
            small
            label={`${t('down')}：${name}`}
            disabled={at === builder.definition.questions.length - 1}
            onClick={() => builder.move(question, 1)}
          >
            ↓ {t('down')}
          </Button>
          <Button small onClick={() => builder.copy(question)}>
            {t('copy')}
          </Button>
          <Button small onClick={() => builder.remove(question)}>
            {t('remove')}
          </Button>
        </span>
      </div>
      <TextField
        id={titleId(question.id)}
        label={t(word)}
        lines={1}
        maxLength={500}
        value={question.title}
        onInput={(title) => {
          const next = { ...question, title };
          changeQuestion(next.type === 'gap-fill' ? fitGaps(next) : next, titleId(question.id));
        }}
        onKeyDown={(event) => {
          // A title is one line: Enter goes on to the first option.
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          document.querySelector<HTMLElement>(`#q-${question.id} .line-list input`)?.focus();
        }}
      />
      <TextField
        label={t(asks ? 'hint' : 'hintNote')}
        optional
        lines={asks ? 1 : 3}
        maxLength={500}
        value={question.hint ?? ''}
        onInput={(hint) => changeQuestion({ ...question, hint: hint || undefined }, `hint-${question.id}`)}
      />
      <QuestionLists
        question={question}
        published={builder.published}
        change={changeQuestion}
        form={builder.form}
      />
      <div class="line apart">
        {asks ? (
          <label class="tick">
            <input
              type="checkbox"
              checked={question.required ?? false}
              onChange={(event) =>
                changeQuestion({ ...question, required: event.currentTarget.checked || undefined })
              }
            />{' '}
            {t('required')}
          </label>
        ) : (
          <span />
        )}
        <Button small kind="outlined" onClick={builder.openSettings}>
          {t('settings')} · {t('showIf')}
        </Button>
      </div>
      {question.showIf && (
        <p class="note">◇ {t('shows', { words: conditionWords(question.showIf, builder.definition) })}</p>
      )}
    </div>
  );
}
