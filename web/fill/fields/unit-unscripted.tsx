// A choice of a unit without a script: the building that the answers are given for, and no other.
import type { BaseQuestion } from '../../../schema/fields/field.ts';
import { formName } from '../../../schema/fields/field.ts';
import { first } from '../values.ts';
import { say } from '../words.ts';
import { Choice } from './choice.tsx';
import type { Drawn } from './control.ts';

type Asked = Pick<Drawn<BaseQuestion & { kind?: string | undefined }>, 'question' | 'values' | 'here'>;

/** What was chosen before, or else can be: answers are given for buildings and places, and for nothing above them. */
function unitOf({ question, values, here }: Asked) {
  const id = first(values, formName(question));
  if (id !== '') return { id, name: first(values, formName(question, 'name')) };
  return (question.kind ?? 'building') === 'building' ? here : undefined;
}

export const offersUnit = (asked: Asked) => unitOf(asked) !== undefined;

export function UnitUnscripted({ id, ...asked }: Asked & { id: string }) {
  const { question, values } = asked;
  const unit = unitOf(asked);
  const name = formName(question);
  if (!unit)
    return (
      <p class="notice" id={id} tabindex={-1}>
        {say('noScriptUnit')}
      </p>
    );
  return (
    <>
      <Choice
        type="checkbox"
        name={name}
        value={unit.id}
        id={id}
        checked={first(values, name) === unit.id}
        pick={() => {}}
      >
        {say('unitHere', { name: unit.name })}
      </Choice>
      <input type="hidden" name={formName(question, 'name')} value={unit.name} />
      <p class="hint">{say('noScriptOtherUnit')}</p>
    </>
  );
}
