// The form as it is written: its head, its questions, what can be added.

import { TextField } from '../../ui/text-field.tsx';
import type { Builder } from './builder.ts';
import { Palette } from './palette.tsx';
import { QuestionCard } from './question-card.tsx';
import { Says } from './says.tsx';
import { Endings } from './whole/endings.tsx';
import { FormSettings, formWords } from './whole/form-settings.tsx';
import { t } from './words.ts';

export function Canvas(props: { builder: Builder }) {
  const { builder } = props;
  const { questions } = builder.definition;
  const palette = builder.mayEdit && <Palette onAdd={builder.add} />;
  const chosenIsHere = questions.some((question) => question.id === builder.chosen);
  return (
    <div class="canvas stack tight">
      <Head builder={builder} />
      {questions.length === 0 && <p class="note">{t('emptyForm')}</p>}
      {questions.map((question) => (
        <div key={question.id} class="stack tight">
          <QuestionCard question={question} builder={builder} />
          {builder.chosen === question.id && palette}
        </div>
      ))}
      {!chosenIsHere && palette}
      <Endings builder={builder} />
    </div>
  );
}

function Head(props: { builder: Builder }) {
  const { builder } = props;
  const { definition, change } = builder;
  if (!builder.mayEdit)
    return (
      <div class="question">
        <p class="question-title">{definition.title}</p>
        {definition.intro && <p class="note">{definition.intro}</p>}
        <Says list={formWords(builder)} />
      </div>
    );
  return (
    <section class="question stack" aria-label={t('formTitle')}>
      <TextField
        id="form-title"
        label={t('formTitle')}
        maxLength={100}
        value={definition.title}
        onInput={(title) => change({ ...definition, title }, 'form-title')}
      />
      <TextField
        label={t('intro')}
        hint={t('introHint')}
        optional
        lines={2}
        maxLength={2000}
        value={definition.intro ?? ''}
        onInput={(intro) => change({ ...definition, intro: intro || undefined }, 'intro')}
      />
      <details>
        <summary>{t('wholeForm')}</summary>
        <FormSettings builder={builder} />
      </details>
      <Says list={formWords(builder)} />
    </section>
  );
}
