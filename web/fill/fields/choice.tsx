// Options one below the other, and the words that one of them may ask for.
import { formName } from '../../../schema/fields/field.ts';
import { type Option, offered } from '../../../schema/fields/options.ts';
import { first, own } from '../values.ts';
import { say } from '../words.ts';
import type { Drawn } from './control.ts';
import { Choice } from './option-row.tsx';

export { Choice };

/** The words beside 其他. */
function OtherText({ name, option, drawn }: { name: string; option: Option; drawn: Drawn }) {
  return (
    <div class="other">
      <input
        type="text"
        name={name}
        value={first(drawn.values, name)}
        onInput={(event) => drawn.set(name, [event.currentTarget.value])}
        placeholder={say('other')}
        aria-label={`${option.label}：${say('other')}`}
        autocomplete="off"
      />
    </div>
  );
}

interface ListProps {
  drawn: Drawn<{ id: string; type: string; title: string; options: Option[] }>;
  type: 'radio' | 'checkbox';
  pick(option: Option, chosen: readonly string[]): readonly string[];
}

/** Options one below the other. */
export function Choices({ drawn, type, pick }: ListProps) {
  const { question, values, id } = drawn;
  const name = formName(question);
  const chosen = own(values, name) ?? [];
  return (
    <div class="choices">
      {offered(question.options).map((option, index) => (
        <Choice
          key={option.id}
          type={type}
          name={name}
          value={option.id}
          id={index === 0 ? id : `${id}-${option.id}`}
          checked={chosen.includes(option.id)}
          disabled={option.full}
          pick={() => drawn.set(name, pick(option, chosen))}
          more={
            option.text && <OtherText name={formName(question, option.id)} option={option} drawn={drawn} />
          }
        >
          {option.label}
          {option.note && <small>{option.note}</small>}
        </Choice>
      ))}
    </div>
  );
}
