// The questions that were recognised, each with its number, its type (to be changed where that is safe) and what is
// under it.
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { type FieldType, fieldOf } from '../../../../schema/fields/registry.ts';
import type { Definition, Question } from '../../../../schema/form/definition.ts';
import { blankTitle } from '../../../../schema/form/placeholders.ts';
import type { Skip } from '../../../../schema/form/reading.ts';
import { Select } from '../../../ui/select.tsx';
import { numbersOf } from '../numbering.ts';
import { typesFor } from '../retype.ts';
import { typeWord } from '../types/words.ts';
import { decidersOf, retypedHere } from './retyped-here.ts';
import { skipWords } from './skip-words.ts';
import { t } from './words.ts';

/** So many labels are shown; a glance is enough. */
const shown = 6;

const labelsOf = (list: readonly { label: string }[]) => {
  const labels = list.slice(0, shown).map(({ label }) => label);
  return labels.join(t('and')) + (list.length > shown ? t('more', { n: list.length }) : '');
};

/** What stands under a title, in a line or two. */
function contentsOf(question: Question): string[] {
  if ('candidates' in question) return [labelsOf(question.candidates)];
  if ('list' in question) return [labelsOf(question.list)];
  if ('nodes' in question) return [labelsOf(question.nodes.filter(({ under }) => under === undefined))];
  if ('options' in question) return [labelsOf(question.options)];
  const lines: string[] = [];
  if ('columns' in question)
    lines.push(t('columns', { n: question.columns.length, labels: labelsOf(question.columns) }));
  if ('labels' in question && question.labels) lines.push(question.labels.join(t('and')));
  else if ('from' in question)
    lines.push(`${question.low ?? ''} ${question.from}–${question.to} ${question.high ?? ''}`.trim());
  if ('rows' in question) lines.push(t('rows', { n: question.rows.length, labels: labelsOf(question.rows) }));
  return lines;
}

interface FoundProps {
  definition: Definition;
  /** as it was read, before types were changed: what it can become does not depend on what it was made */
  read: Definition;
  /** where its text sends the reader on */
  skips: readonly Skip[];
  onType: (question: Question, type: FieldType) => void;
  /** place of the question that the line of the caret belongs to */
  chosen: number | undefined;
  /** absent where there is no text to show it in */
  onChoose: ((question: number) => void) | undefined;
}

const idOf = (question: number) => `found-${question}`;

/** Brings it into view within the list; the page itself stays, unless the reader asked to go there. */
export function showQuestion(question: number, go: boolean): void {
  const card = document.getElementById(idOf(question));
  const list = card?.closest('.found-list');
  if (!card || !list) return;
  if (go) {
    card.scrollIntoView({ block: 'nearest' });
    card.focus();
  } else if (list.scrollHeight > list.clientHeight)
    list.scrollTop += card.getBoundingClientRect().top - list.getBoundingClientRect().top - 8;
}

export function Found(props: FoundProps) {
  const { definition } = props;
  const numbers = numbersOf(definition);
  return (
    <div class="found-list">
      <div class="found-head">
        <h3>{definition.title === blankTitle ? t('noFormTitle') : definition.title}</h3>
        {definition.intro && <p class="note">{definition.intro}</p>}
      </div>
      <Questions {...props} numbers={numbers} />
      {definition.thanks && (
        <p class="note found-question">
          {t('thanks')}
          {definition.thanks}
        </p>
      )}
    </div>
  );
}

function Questions(props: FoundProps & { numbers: ReadonlyMap<string, number> }) {
  const { definition, read, skips, numbers, chosen, onChoose } = props;
  const deciders = useMemo(() => decidersOf(read), [read]);
  return (
    <ol class="bare">
      {definition.questions.map((question, index) => (
        <li
          key={question.id}
          id={idOf(index)}
          tabIndex={-1}
          aria-current={index === chosen ? 'true' : undefined}
          class={`found-question type-${question.type}`}
        >
          <div>
            <p class="question-title">
              <ToLine onPress={onChoose && (() => onChoose(index))}>
                {numbers.has(question.id) && <span class="figures">{numbers.get(question.id)}. </span>}
                {question.title === blankTitle ? t('noTitle') : question.title}
              </ToLine>
              {fieldOf(question).asks && !question.required && <span class="optional">{t('optional')}</span>}
            </p>
            {question.hint && <p class="note">{question.hint}</p>}
            {[
              ...contentsOf(question),
              ...skipWords(
                skips.filter((skip) => skip.question === index),
                definition,
              ),
            ].map((line) => (
              <p key={line} class="note">
                {line}
              </p>
            ))}
          </div>
          <TypeOf
            question={question}
            read={read.questions[index] ?? question}
            deciders={deciders}
            number={numbers.get(question.id)}
            onType={(type) => props.onType(question, type)}
          />
        </li>
      ))}
    </ol>
  );
}

/** The title leads to its line in the text, where there is one. */
function ToLine(props: { onPress: (() => void) | undefined; children: ComponentChildren }) {
  const { onPress, children } = props;
  if (!onPress) return <span>{children}</span>;
  return (
    <button type="button" class="found-title" title={t('toLine')} onClick={onPress}>
      {children}
    </button>
  );
}

function TypeOf(props: {
  question: Question;
  read: Question;
  deciders: ReadonlySet<string>;
  number: number | undefined;
  onType: (type: FieldType) => void;
}) {
  const { question, read, deciders, number } = props;
  // Trying them all takes a while, and the page is drawn at every key.
  const types = useMemo(
    () => typesFor(read).filter((type) => retypedHere(read, type, deciders)),
    [read, deciders],
  );
  if (types.length < 2) return <p class="found-type">{typeWord(question.type)}</p>;
  return (
    <Select
      hideLabel
      label={number === undefined ? t('typeOfNote', { title: question.title }) : t('typeOf', { n: number })}
      value={question.type}
      options={types.map((type) => ({ value: type, label: typeWord(type) }))}
      onChange={props.onType}
    />
  );
}
