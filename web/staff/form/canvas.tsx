// The form as it is written: its head, its questions, what can be added.
import { useMemo, useRef, useState } from 'preact/hooks';
import { formTextMax, questionsMax } from '../../../schema/form/definition.ts';
import { TextField } from '../../ui/text-field.tsx';
import { t as ui } from '../../ui/words/ui.ts';
import { BankSection } from './bank/bank-section.tsx';
import { type Builder, titleId } from './builder.ts';
import { focusInPlace } from './focus.ts';
import { nameOf, numbersOf } from './numbering.ts';
import { Palette } from './palette.tsx';
import { tokensOf } from './pipes/tokens.ts';
import { QuestionCard } from './question-card.tsx';
import { QuestionReading } from './question-reading.tsx';
import { formulaWords, questionWords } from './question-words.ts';
import { Says } from './says.tsx';
import { Endings } from './whole/endings.tsx';
import { FormSettings, formWords } from './whole/form-settings.tsx';
import { t } from './words.ts';

/** So many cards fill the largest screen, and are drawn whole at once. */
const near = 9;

export function Canvas(props: { builder: Builder }) {
  const { builder } = props;
  const { definition, mayEdit } = builder;
  const { questions } = definition;
  const [bank, setBank] = useState(false);
  const palette = mayEdit && (
    <div data-own-undo>
      <Palette onInsert={builder.insert} room={questionsMax - questions.length} />
      <BankSection builder={builder} open={bank} onOpen={setBank} />
    </div>
  );
  const chosen = mayEdit ? questions.find((question) => question.id === builder.chosen) : undefined;
  const numbers = numbersOf(definition);
  // What the tokens of texts are called changes with the names of the questions alone.
  const names = questions.map((question) => `${numbers.get(question.id)} ${question.title}`).join('\n');
  const latest = useRef(definition);
  latest.current = definition;
  const show = useMemo(() => (kept: string) => tokensOf(latest.current).show(kept), [names]);
  return (
    <div class="canvas stack tight">
      <Head builder={builder} />
      {questions.length === 0 && <p class="note">{t('emptyForm')}</p>}
      {questions.map((question, index) =>
        question === chosen ? (
          <div key={question.id} class="stack tight">
            <QuestionCard question={question} builder={builder} name={nameOf(question, numbers)} />
            {palette}
          </div>
        ) : (
          <QuestionReading
            key={question.id}
            question={question}
            name={nameOf(question, numbers)}
            show={show}
            says={[...formulaWords(question, definition), ...questionWords(question, definition)].join('\n')}
            mayEdit={mayEdit}
            far={index >= near}
            onChoose={(id) => {
              const title = document.querySelector(`#q-${id} .question-title`);
              builder.choose(id, false);
              focusInPlace(titleId(id), title);
            }}
          />
        ),
      )}
      {!chosen && palette}
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
    <section class="question stack form-head" aria-label={t('formTitle')}>
      <TextField
        id="form-title"
        label={t('formTitle')}
        hideLabel
        written="head"
        placeholder={t('formTitle')}
        maxLength={formTextMax.title}
        value={definition.title}
        onInput={(title) => change({ ...definition, title }, 'form-title')}
      />
      <TextField
        label={t('intro')}
        hideLabel
        written="text"
        placeholder={ui('about', { what: `${t('intro')}${ui('optional')}`, of: t('introHint') })}
        optional
        lines={definition.intro ? 2 : 1}
        maxLength={formTextMax.intro}
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
