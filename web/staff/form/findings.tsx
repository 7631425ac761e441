// The check before publishing, live: each finding says what is wrong with which question, leads to the place, and puts it
// right where that is safe. Below it, what the dry run walked.
import { applyFix, type Fix } from '../../../schema/form/lint.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import type { Builder } from './builder.ts';
import { c } from './check-words.ts';
import { DryRunLine } from './dry-run-line.tsx';
import { withoutBlanks } from './edits.ts';
import { goTo, goToQuestion } from './finding-place.ts';
import { fixWords, questionName, sentenceOf } from './finding-sentence.ts';
import { errorsOf, type Found } from './findings-of.ts';
import { focusSoon } from './focus.ts';
import { nameOf, numbersOf } from './numbering.ts';
import { t } from './words.ts';

/** Takes the focus from a repair, whose button goes with what it repaired. */
const listId = 'findings';
/** So much advice is read; the rest is one press away. */
const adviceShown = 5;
/** Buttons to other questions of one finding. */
const othersShown = 3;

export function Findings(props: { builder: Builder; found: readonly Found[] }) {
  const { builder, found } = props;
  const errors = errorsOf(found);
  const advice = found.filter((one) => one.severity === 'advice');
  return (
    <div class="stack findings" id={listId} tabIndex={-1}>
      {found.length === 0 && (
        <p>
          <span class="mark-good" aria-hidden="true">
            ●
          </span>{' '}
          {t('allGood')}
        </p>
      )}
      {errors.length > 0 && (
        <section class="stack tight">
          <h2 class="small">{t('fixFirst')}</h2>
          <FoundList found={errors} builder={builder} />
        </section>
      )}
      {advice.length > 0 && (
        <section class="stack tight">
          <h2 class="small">{t('advice')}</h2>
          <FoundList found={advice.slice(0, adviceShown)} builder={builder} />
          {advice.length > adviceShown && (
            <details>
              <summary>{c('moreAdvice', { n: advice.length - adviceShown })}</summary>
              <FoundList found={advice.slice(adviceShown)} builder={builder} />
            </details>
          )}
        </section>
      )}
      {errors.length === 0 && <DryRunLine builder={builder} found={found} />}
    </div>
  );
}

function FoundList(props: { found: readonly Found[]; builder: Builder }) {
  return (
    <ul class="bare stack tight">
      {props.found.map((one, index) => (
        <li key={`${one.code} ${one.at} ${index}`}>
          <Finding found={one} builder={props.builder} />
        </li>
      ))}
    </ul>
  );
}

function Finding({ found, builder }: { found: Found; builder: Builder }) {
  const { definition } = builder;
  const { code, severity, questions, fix } = found;
  const numbers = numbersOf(definition);
  const others = questions.slice(1).flatMap((id) => definition.questions.find((one) => one.id === id) ?? []);
  const leads = code !== 'no-questions' && code !== 'too-many-minutes' && code !== 'question-removed';
  return (
    <div class={`finding ${severity}`}>
      <p>
        <span class={severity === 'error' ? 'mark-warn' : 'dim'} aria-hidden="true">
          {severity === 'error' ? '▲' : '◇'}
        </span>{' '}
        {sentenceOf(found, definition)}
      </p>
      <div class="finding-acts">
        {fix && builder.mayEdit && <FixButton fix={fix} builder={builder} />}
        {code === 'label-missing' && builder.mayEdit && <DropBlank at={found.at ?? ''} builder={builder} />}
        {leads && (
          <Button small label={placeLabel(found, builder)} onClick={() => goTo(builder, found)}>
            {c('goThere')}
          </Button>
        )}
        {others.slice(0, othersShown).map((question) => (
          <Button
            key={question.id}
            small
            label={c('go', { name: questionName(question, definition) })}
            onClick={() => goToQuestion(builder, question.id)}
          >
            {nameOf(question, numbers)}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** What was left blank goes, where something else stays. */
function DropBlank({ at, builder }: { at: string; builder: Builder }) {
  const without = withoutBlanks(builder.definition, at);
  if (!without) return null;
  return (
    <Button
      small
      kind="outlined"
      onClick={() => {
        builder.change(without);
        focusSoon(listId);
      }}
    >
      {c('dropBlank')}
    </Button>
  );
}

/** For those who do not see where the button stands: what it leads to. */
function placeLabel({ questions }: Found, { definition }: Builder): string {
  const question = definition.questions.find(({ id }) => id === questions[0]);
  return question ? c('go', { name: questionName(question, definition) }) : c('goThere');
}

function FixButton({ fix, builder }: { fix: Fix; builder: Builder }) {
  const words = fixWords(fix, builder.definition);
  return (
    <Button
      small
      kind="outlined"
      onClick={() => {
        builder.change(applyFix(builder.definition, fix));
        toast(c('fixed', { words }));
        focusSoon(listId);
      }}
    >
      {c('fixIt', { words })}
    </Button>
  );
}
