// Two versions of one draft: what differs, in words, and the choice. Nothing is overwritten until it is made.
import { useEffect, useRef } from 'preact/hooks';
import type { Definition } from '../../../schema/form/definition.ts';
import { diff } from '../../../schema/form/diff.ts';
import { Button } from '../../ui/button.tsx';
import { writable } from './blanks.ts';
import { changeSentences } from './change-words.ts';
import { ChangeList } from './changes.tsx';
import { t } from './conflict-words.ts';
import type { Keeper } from './keeper.ts';
import { nameOf, numbersOf, titleOf } from './numbering.ts';
import { tokensOf } from './pipes/tokens.ts';
import { Sketch } from './sketch.tsx';

/** Lines that are read at a glance; more are folded. */
const most = 12;

export function Conflict({ keeper, theirs }: { keeper: Keeper; theirs: Definition }) {
  const [here, saved] = [keeper.definition, writable(theirs)];
  const lines = changeSentences(diff(saved, here), saved, here);
  const box = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // It stands above the questions: whoever was writing further down is led to it.
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'start' });
    heading.current?.focus({ preventScroll: true });
  }, []);
  const choose = (which: 'mine' | 'theirs') => {
    keeper.choose(which);
    document.querySelector('h1')?.focus();
  };
  return (
    <section class="error-summary stack" aria-label={t('title')} ref={box}>
      <h2 tabIndex={-1} ref={heading}>
        ▲ {t('title')}
      </h2>
      <p>{t('intro')}</p>
      <p>{t('differ')}</p>
      <ChangeList sentences={lines.slice(0, most)} />
      {lines.length > most && (
        <details>
          <summary>{t('differMore', { n: lines.length - most })}</summary>
          <ChangeList sentences={lines.slice(most)} />
        </details>
      )}
      <div class="line">
        <Button kind="outlined" onClick={() => choose('mine')}>
          {t('keepHere')}
        </Button>
        <Button kind="outlined" onClick={() => choose('theirs')}>
          {t('keepSaved')}
        </Button>
      </div>
      <div class="two-versions">
        <Version title={t('here')} definition={here} />
        <Version title={t('saved')} definition={saved} />
      </div>
    </section>
  );
}

function Version({ title, definition }: { title: string; definition: Definition }) {
  const { show } = tokensOf(definition);
  const numbers = numbersOf(definition);
  return (
    <details class="card">
      <summary>{title}</summary>
      <p class="question-title">{definition.title}</p>
      {definition.intro && <p>{show(definition.intro)}</p>}
      <ol class="bare stack">
        {definition.questions.map((question) => (
          <li key={question.id}>
            <p class="question-title">
              {nameOf(question, numbers)} {show(titleOf(question))}
            </p>
            {question.hint && <p class="note">{show(question.hint)}</p>}
            <Sketch question={question} show={show} />
          </li>
        ))}
      </ol>
      {definition.thanks && <p>{show(definition.thanks)}</p>}
    </details>
  );
}
