// What the dry run says: that every question and ending is reached, or which is not, and what was in the way.
import type { Missed } from '../../../schema/form/dry-run.ts';
import type { FindingCode } from '../../../schema/form/lint.ts';
import { Button } from '../../ui/button.tsx';
import type { Builder } from './builder.ts';
import { c } from './check-words.ts';
import { goToQuestion } from './finding-place.ts';
import { questionName } from './finding-sentence.ts';
import type { Found } from './findings-of.ts';
import { useDryRun } from './use-dry-run.ts';

/** What the check has proven to be out of reach is not tried. */
const outOfReach: ReadonlySet<string> = new Set<FindingCode>([
  'never-visible',
  'required-never-shown',
  'always-skipped',
  'option-never-offered',
  'ending-unreachable',
]);
/** So many places that were not reached are said; more are of the same kind. */
const missedShown = 5;

export function DryRunLine(props: { builder: Builder; found: readonly Found[] }) {
  const { builder } = props;
  const { definition } = builder;
  const run = useDryRun(definition, unblanked(props.found));
  if (!run)
    return (
      <p class="note" role="status">
        {c('walking')}
      </p>
    );
  const walkedWord = () => {
    if (props.found.some(({ code }) => outOfReach.has(code))) return 'walkedRest';
    return definition.endings ? 'walkedEndings' : 'walked';
  };
  if (run.missed.length === 0 && run.routes > 0)
    return (
      <p class="note" role="status">
        <span class="mark-good" aria-hidden="true">
          ●
        </span>{' '}
        {c(walkedWord(), { n: run.routes })}
      </p>
    );
  return (
    <section class="stack tight" role="status">
      {run.routes === 0 && (
        <div class="finding advice">
          <p>
            <span class="dim" aria-hidden="true">
              ◇
            </span>{' '}
            {c('walkedNone', { n: run.tries, q: nameOfId(run.stuck, builder) })}
          </p>
          {run.stuck !== undefined && <Go id={run.stuck} builder={builder} />}
        </div>
      )}
      {run.missed.length > 0 && <h2 class="small">{c('missedTitle', { n: run.tries })}</h2>}
      <ul class="bare stack tight">
        {run.missed.slice(0, missedShown).map((missed) => (
          <li key={missed.at} class="finding advice">
            <p>
              <span class="dim" aria-hidden="true">
                ◇
              </span>{' '}
              {missedWords(missed, builder)}
            </p>
            {missed.question !== undefined && <Go id={missed.question} builder={builder} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Blanks are found here only; the rules know nothing of them. */
const unblanked = (found: readonly Found[]) =>
  found.flatMap(({ code, ...rest }) =>
    code === 'form-title-missing' ||
    code === 'title-missing' ||
    code === 'label-missing' ||
    code === 'too-much'
      ? []
      : [{ code, ...rest }],
  );

function Go({ id, builder }: { id: string; builder: Builder }) {
  const question = builder.definition.questions.find((one) => one.id === id);
  if (!question) return null;
  return (
    <div class="finding-acts">
      <Button
        small
        label={c('go', { name: questionName(question, builder.definition) })}
        onClick={() => goToQuestion(builder, id)}
      >
        {c('goThere')}
      </Button>
    </div>
  );
}

function nameOfId(id: string | undefined, { definition }: Builder): string {
  const found = definition.questions.find((one) => one.id === id);
  return found ? questionName(found, definition) : '';
}

function missedWords({ question, part, ending, obstacle }: Missed, builder: Builder): string {
  const { definition } = builder;
  const q = nameOfId(question, builder);
  const what =
    ending !== undefined
      ? c('missedEnding', { part: definition.endings?.find(({ id }) => id === ending)?.title ?? '' })
      : part
        ? c('missedPart', { q, part: part.label })
        : c('missedQuestion', { q });
  const by = obstacle.question === undefined && obstacle.by !== 'time' ? 'end' : obstacle.by;
  return c('missedOne', { what, why: c(`by-${by}`, { q: nameOfId(obstacle.question, builder) }) });
}
