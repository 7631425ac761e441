// A correction with JavaScript: the same long page and the same posts, with logic as one types and checks before the
// post. What is hidden is not posted.
import { useMemo, useRef, useState } from 'preact/hooks';
import type { ScriptedFill, Values } from '../../../schema/api/page.ts';
import { compile } from '../../../schema/form/compile.ts';
import { carried, target } from '../pages/plain-target.ts';
import { Correcting, Reason, reasonId } from '../parts/correcting.tsx';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { Hidden } from '../parts/hidden.tsx';
import { QuestionView } from '../parts/question.tsx';
import { own, readerOf } from '../values.ts';
import { say } from '../words.ts';

export function CorrectionApp({ model, typed }: { model: ScriptedFill; typed: Values }) {
  const { definition, facts, correction } = model;
  const staff = correction?.staff;
  const [missing, setMissing] = useState(staff?.missing === true);
  const form = useMemo(() => compile(definition), [definition]);
  const [values, setValues] = useState(typed);
  const [problems, setProblems] = useState(model.problems);
  const summary = useRef<HTMLDivElement>(null);
  const answers = form.read(readerOf(values));
  const context = { opens: facts.opensAt, seed: model.seed, live: model.live };
  const outcome = form.check(answers, context);
  const { asked } = outcome;
  return (
    <>
      <h1>{facts.title}</h1>
      <div ref={summary}>
        {Object.keys(problems).length > 0 && (
          <ErrorSummary
            questions={asked}
            values={values}
            problems={problems}
            go={(control) => document.getElementById(control)?.focus()}
          />
        )}
      </div>
      <Correcting correction={correction} />
      <form
        id="form"
        method="post"
        action={target(model)}
        novalidate
        onSubmit={(event) => {
          const found = form.check(answers, context).problems;
          const reason = document.getElementById(reasonId);
          const unsaid = reason instanceof HTMLInputElement && reason.value.trim() === '';
          setMissing(unsaid);
          if (Object.keys(found).length === 0 && !unsaid) return;
          event.preventDefault();
          setProblems(found);
          if (Object.keys(found).length === 0) return reason?.focus();
          setTimeout(() => summary.current?.querySelector<HTMLElement>('#wrong')?.focus());
        }}
      >
        <Hidden fields={carried(model)} />
        {asked.map((question) => (
          <QuestionView
            key={question.id}
            question={question}
            values={values}
            set={(name, filled) => setValues((before) => ({ ...before, [name]: filled }))}
            problem={own(problems, question.id)}
            answer={own(outcome.answers, question.id)}
            at={{ slug: facts.slug, version: facts.version, response: model.seed }}
            live={model.live}
          />
        ))}
        {staff && <Reason reason={own(typed, '.reason')?.[0] ?? staff.reason} missing={missing} />}
        <button type="submit" class="primary" name=".do" value="check">
          {say('toCheck')}
        </button>
      </form>
    </>
  );
}
