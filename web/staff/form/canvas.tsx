// The form as it is written: its head, its questions, what can be added.

import { Choice } from '../../ui/choice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Builder } from './builder.ts';
import { Palette } from './palette.tsx';
import { QuestionCard } from './question-card.tsx';
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
        <div class="stack">
          <TextField
            label={t('thanks')}
            hint={t('thanksHint')}
            optional
            lines={2}
            maxLength={500}
            value={definition.thanks ?? ''}
            onInput={(thanks) => change({ ...definition, thanks: thanks || undefined }, 'thanks')}
          />
          <fieldset class="stack tight">
            <legend class="field-label">{t('layout')}</legend>
            <Choice
              kind="radio"
              name="layout"
              checked={definition.layout === 'steps'}
              onChange={() => change({ ...definition, layout: 'steps' })}
              label={t('layoutSteps')}
            />
            <Choice
              kind="radio"
              name="layout"
              checked={definition.layout === 'pages'}
              onChange={() => change({ ...definition, layout: 'pages' })}
              label={t('layoutPages')}
            />
          </fieldset>
        </div>
      </details>
    </section>
  );
}
