// The questions by number: to find one, and to put them in order by pointer; Alt and an arrow does it by keyboard.
import { useState } from 'preact/hooks';
import type { Builder } from './builder.ts';
import { focusSoon } from './focus.ts';
import { numbersOf, titleOf } from './numbering.ts';
import { jumps } from './settings/jumps.tsx';
import { t } from './words.ts';

export function Outline(props: { builder: Builder }) {
  const { builder } = props;
  const { definition, mayEdit } = builder;
  const [dragged, setDragged] = useState<string>();
  const numbers = numbersOf(definition);
  return (
    <nav class="outline" aria-label={t('outline')}>
      <ol class="bare">
        {definition.questions.map((question, index) => (
          <li
            key={question.id}
            draggable={mayEdit}
            class={question.id === dragged ? 'dragged' : undefined}
            onDragStart={(event) => {
              event.dataTransfer?.setData('text/plain', question.id);
              setDragged(question.id);
            }}
            onDragEnd={() => setDragged(undefined)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              const moving = definition.questions.find(({ id }) => id === dragged);
              if (moving) builder.moveTo(moving, index);
              setDragged(undefined);
            }}
          >
            <button
              type="button"
              id={`outline-${question.id}`}
              aria-current={builder.chosen === question.id ? 'true' : undefined}
              onClick={() => {
                builder.choose(question.id);
                document.getElementById(`q-${question.id}`)?.scrollIntoView({ block: 'center' });
              }}
              onKeyDown={(event) => {
                const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
                if (!event.altKey || by === 0 || !mayEdit) return;
                event.preventDefault();
                builder.move(question, by);
                focusSoon(`outline-${question.id}`);
              }}
            >
              <span class="dim">{numbers.get(question.id) ?? '—'}</span> {titleOf(question)}
              {jumps.says(question, definition).map((sentence) => (
                <span key={sentence} class="says">
                  ↳ {sentence}
                </span>
              ))}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
