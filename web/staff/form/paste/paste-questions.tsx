// Questions out of a pasted text, put into a form that there is already: what was read is shown before it is added.
import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import { fieldOf } from '../../../../schema/fields/registry.ts';
import { type Question, questionsMax } from '../../../../schema/form/definition.ts';
import { blankTitle } from '../../../../schema/form/placeholders.ts';
import { readText } from '../../../../schema/form/text/read-text.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { toast } from '../../../ui/toast.tsx';
import { writable } from '../blanks.ts';
import { anew } from '../edits.ts';
import { skipWords } from '../import/skip-words.ts';
import { numbersOf, titleOf } from '../numbering.ts';
import { Says } from '../says.tsx';
import { typeWord } from '../types/words.ts';
import { useSettled } from '../use-settled.ts';
import { t } from './words.ts';

export function PasteQuestions(props: {
  text: string;
  room: number;
  onInsert: (questions: readonly Question[]) => void;
  onClose: () => void;
}) {
  const { room } = props;
  const id = useId();
  const [text, setText] = useState(props.text);
  const settled = useSettled(text);
  const { definition, unplaced, skips } = useMemo(() => readText(settled), [settled]);
  useEffect(() => document.getElementById(id)?.focus(), []);
  // A text of one line is a question, and not the title of a form.
  const read =
    definition.questions.length > 0 || settled.trim() === ''
      ? definition
      : readText(`1. ${settled}`).definition;
  const questions = writable(read).questions.slice(0, room);
  const numbers = numbersOf(read);
  // A form that is there already has a title of its own.
  const { title, intro = '', thanks = '' } = read;
  const left = [title === blankTitle ? '' : title, intro, thanks, ...unplaced.map((one) => one.text)].filter(
    (words) => words !== '',
  );
  const asked = questions.filter((question) => fieldOf(question).asks).length;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard for the controls inside
    <div
      class="card stack tight"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) props.onClose();
      }}
    >
      <TextField id={id} label={t('text')} hint={t('hint')} lines={8} value={text} onInput={setText} />
      <div role="status" class="stack tight">
        <p>{questions.length > 0 ? t('reads', { n: asked }) : t('none')}</p>
        {read.questions.length > room && (
          <p class="mark-warn">▲ {t('tooMany', { max: questionsMax, n: room })}</p>
        )}
      </div>
      {questions.length > 0 && (
        <ol class="paste-read">
          {questions.map((question, index) => (
            <li key={question.id}>
              {numbers.has(question.id) && <span class="figures">{numbers.get(question.id)}. </span>}
              {titleOf(question)} <span class="note dim">{typeWord(question.type)}</span>
              <Says
                list={skipWords(
                  skips.filter((skip) => skip.question === index),
                  read,
                )}
              />
            </li>
          ))}
        </ol>
      )}
      {left.length > 0 && (
        <details>
          <summary>▲ {t('lost', { n: left.length })}</summary>
          <ul>
            {left.slice(0, 50).map((words, index) => (
              <li key={index}>{words.slice(0, 200)}</li>
            ))}
          </ul>
        </details>
      )}
      <div class="line">
        <Button
          kind="outlined"
          disabled={questions.length === 0}
          onClick={() => {
            props.onInsert(anew(questions).questions);
            toast(t('inserted', { n: asked }));
          }}
        >
          {t('insert', { n: asked })}
        </Button>
        <Button onClick={props.onClose}>{t('close')}</Button>
      </div>
    </div>
  );
}
