// One question: its title, hint and error around the control of its type.
import type { Values } from '../../../schema/api/page.ts';
import type { AnswerProblem } from '../../../schema/fields/field.ts';
import type { LiveCounts } from '../../../schema/form/compile.ts';
import type { Question } from '../../../schema/form/definition.ts';
import { controlId, type FormAt } from '../fields/control.ts';
import { controlOf } from '../fields/registry.ts';
import { say } from '../words.ts';
import { wrongWords } from './wrong.ts';

export interface QuestionProps {
  question: Question;
  values: Values;
  set(name: string, values: readonly string[]): void;
  problem?: AnswerProblem | undefined;
  answer?: unknown;
  at?: FormAt | undefined;
  here?: { id: string; name: string } | undefined;
  live?: LiveCounts | undefined;
  /** when it shows, said where everything is seen */
  when?: string | undefined;
  /** takes the answer back: radios cannot be unchosen */
  clear?: (() => void) | undefined;
}

export function QuestionView(props: QuestionProps) {
  const { question, values, problem, when, clear } = props;
  const control = controlOf(question);
  const id = controlId(question);
  const hints = [question.hint ?? control.hint?.(question), question.note, when].filter((hint) => hint);
  const describedBy =
    [hints.length > 0 && `${id}--h`, problem && `${id}--e`].filter(Boolean).join(' ') || undefined;
  const body = control.draw({ ...props, id, describedBy, invalid: problem !== undefined });
  if (control.frame === 'bare')
    return (
      <>
        {body}
        {when && <p class="hint">{when}</p>}
      </>
    );
  const title = (
    <>
      {question.title}
      {!question.required && <span class="optional">{say('optional')}</span>}
    </>
  );
  const under = (
    <>
      {hints.length > 0 && (
        <div class="hint" id={`${id}--h`}>
          {hints.map((hint) => (
            <p key={hint}>{hint}</p>
          ))}
        </div>
      )}
      {problem && (
        <p class="wrong" id={`${id}--e`}>
          <span aria-hidden="true">▲ </span>
          <span class="away">{say('error')}</span>
          {wrongWords(question, problem, values)}
        </p>
      )}
    </>
  );
  const shell = {
    class: `question${problem && !('rows' in question) ? ' invalid' : ''}`,
  };
  if (control.frame === 'group')
    return (
      <fieldset {...shell} aria-describedby={describedBy}>
        <legend class={control.titled ? 'away' : undefined}>
          <h2>{title}</h2>
        </legend>
        {under}
        {body}
        {clear && (
          <button type="button" class="plain clear" onClick={clear}>
            {say('clear')}
          </button>
        )}
      </fieldset>
    );
  return (
    <div {...shell}>
      <h2>
        <label for={id}>{title}</label>
      </h2>
      {under}
      {body}
    </div>
  );
}
