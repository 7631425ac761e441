// The chosen question, written in place on the canvas.
import { questionTextMax } from '../../../schema/fields/field.ts';
import { fieldOf } from '../../../schema/fields/registry.ts';
import type { Question } from '../../../schema/form/definition.ts';
import { Button } from '../../ui/button.tsx';
import { t as ui } from '../../ui/words/ui.ts';
import { KeepQuestion } from './bank/keep-question.tsx';
import { type Builder, titleId } from './builder.ts';
import { moreTypesId } from './palette.tsx';
import { PipedField } from './pipes/piped-field.tsx';
import { QuestionLists } from './question-lists.tsx';
import { questionWords } from './question-words.ts';
import { RemoveButton } from './remove-button.tsx';
import { Says } from './says.tsx';
import { useSwitches } from './switches.ts';
import { fitGaps } from './types/gap-fill.tsx';
import { typeWord } from './types/words.ts';
import { t } from './words.ts';

interface CardProps {
  question: Question;
  builder: Builder;
  name: string;
}

export function QuestionCard(props: CardProps) {
  const { question, name } = props;
  return (
    <section class="question chosen" aria-label={name} id={`q-${question.id}`}>
      <Writing {...props} />
    </section>
  );
}

function Writing({ question, builder, name }: CardProps) {
  const { changeQuestion } = builder;
  const { on } = useSwitches();
  const asks = fieldOf(question).asks;
  const at = builder.definition.questions.findIndex((one) => one.id === question.id);
  const word =
    question.type === 'note' ? 'titleNote' : question.type === 'page-break' ? 'titlePage' : 'title';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the shortcuts belong to the fields inside
    <div
      class="stack"
      onKeyDown={(event) => {
        // Out of the card, to where the next question is added.
        if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing)
          document.getElementById(moreTypesId)?.focus();
        if (!event.altKey || !event.shiftKey) return;
        if (event.key === 'ArrowUp') builder.move([question.id], -1);
        else if (event.key === 'ArrowDown') builder.move([question.id], 1);
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
            label={ui('about', { what: t('up'), of: name })}
            disabled={at === 0}
            onClick={() => builder.move([question.id], -1)}
          >
            ↑ {t('up')}
          </Button>
          <Button
            small
            label={ui('about', { what: t('down'), of: name })}
            disabled={at === builder.definition.questions.length - 1}
            onClick={() => builder.move([question.id], 1)}
          >
            ↓ {t('down')}
          </Button>
          <Button small onClick={() => builder.copy([question.id])}>
            {t('copy')}
          </Button>
          {asks && <KeepQuestion question={question} unit={builder.unit} />}
          <RemoveButton
            ids={[question.id]}
            kind={question.type === 'page-break' ? 'page' : 'question'}
            definition={builder.definition}
            label={t('remove')}
            onRemove={() => builder.remove([question.id])}
          />
        </span>
      </div>
      <PipedField
        id={titleId(question.id)}
        definition={builder.definition}
        before={question.id}
        label={t(word)}
        hideLabel
        written="title"
        placeholder={t(word)}
        lines={1}
        maxLength={questionTextMax.title}
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
      <PipedField
        id={`hint-${question.id}`}
        definition={builder.definition}
        before={question.id}
        label={t(asks ? 'hint' : 'hintNote')}
        hideLabel
        written="text"
        placeholder={`${t(asks ? 'hint' : 'hintNote')}${ui('optional')}`}
        optional
        lines={asks ? 1 : 3}
        maxLength={questionTextMax.hint}
        value={question.hint ?? ''}
        onInput={(hint) => changeQuestion({ ...question, hint: hint || undefined }, `hint-${question.id}`)}
      />
      <QuestionLists
        question={question}
        definition={builder.definition}
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
          {t(on.has('logic') ? 'allSettings' : 'plainSettings')}
        </Button>
      </div>
      <Says list={questionWords(question, builder.definition)} />
    </div>
  );
}
