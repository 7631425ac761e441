// The check before publishing, live: each finding names its questions and leads to them.

import { Button } from '../../ui/button.tsx';
import type { Builder } from './builder.ts';
import { findingWord } from './finding-words.ts';
import { errorsOf, type Found } from './findings-of.ts';
import { nameOf, numbersOf, titleOf } from './numbering.ts';
import { t } from './words.ts';

export function Findings(props: { builder: Builder; found: readonly Found[] }) {
  const errors = errorsOf(props.found);
  const advice = props.found.filter((one) => one.severity === 'advice');
  if (props.found.length === 0)
    return (
      <p>
        <span class="mark-good" aria-hidden="true">
          ●
        </span>{' '}
        {t('allGood')}
      </p>
    );
  return (
    <div class="stack">
      {errors.length > 0 && <FoundList title={t('fixFirst')} found={errors} builder={props.builder} />}
      {advice.length > 0 && <FoundList title={t('advice')} found={advice} builder={props.builder} />}
    </div>
  );
}

function FoundList(props: { title: string; found: readonly Found[]; builder: Builder }) {
  const { builder } = props;
  const numbers = numbersOf(builder.definition);
  return (
    <div class="stack tight">
      <h2 class="small">{props.title}</h2>
      <ul class="bare stack tight">
        {props.found.map((one, index) => (
          <li key={`${one.code}${index}`} class={`finding ${one.severity}`}>
            <p>
              {one.severity === 'error' ? '▲ ' : '◇ '}
              {findingWord(one.code)}
            </p>
            {one.questions.map((id) => {
              const question = builder.definition.questions.find((candidate) => candidate.id === id);
              if (!question) return null;
              return (
                <Button key={id} small onClick={() => builder.choose(id)}>
                  {nameOf(question, numbers)} {titleOf(question)}
                </Button>
              );
            })}
            {one.code === 'form-title-missing' && (
              <Button small onClick={() => document.getElementById('form-title')?.focus()}>
                {t('jump')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
