// 排序: options are pressed in their order and show their place; pressed again, one leaves its place. Without a script each
// place has a list to choose from.
import { formName } from '../../../schema/fields/field.ts';
import { type Option, offered } from '../../../schema/fields/options.ts';
import { placesOf, placeWords } from '../../../schema/fields/rank.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { first, own } from '../values.ts';
import { say } from '../words.ts';
import { type Control, type Drawn, scripted } from './control.ts';
import './parts.css';
import './rank.css';

type Rank = QuestionOf<'rank'>;

export const control: Control<Rank> = {
  frame: 'group',
  says: ['rankHow', 'rankLists', 'choose'],
  hint: (question) => say(scripted ? 'rankHow' : 'rankLists', { n: placesOf(question) }),
  draw: (drawn) => (scripted ? <Pressed {...drawn} /> : <Lists {...drawn} />),
};

function Pressed({ question, values, set, id }: Drawn<Rank>) {
  const name = formName(question);
  const order = own(values, name) ?? [];
  const places = placesOf(question);
  const press = (option: Option) => {
    if (order.includes(option.id))
      set(
        name,
        order.filter((one) => one !== option.id),
      );
    else if (order.length < places) set(name, [...order, option.id]);
  };
  return (
    <ul class="ranks">
      {offered(question.options).map((option, index) => {
        const place = order.indexOf(option.id) + 1;
        return (
          <li key={option.id}>
            <button
              type="button"
              id={index === 0 ? id : `${id}-${option.id}`}
              aria-pressed={place > 0}
              onClick={() => press(option)}
            >
              <span class="place" aria-hidden="true">
                {place > 0 ? place : ''}
              </span>
              <span>
                {place > 0 && <span class="away">{placeWords(place, question)} </span>}
                {option.label}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function Lists({ question, values, id }: Drawn<Rank>) {
  const together = own(values, formName(question)) ?? [];
  return (
    <div class="fields">
      {Array.from({ length: placesOf(question) }, (_, index) => {
        const name = formName(question, String(index + 1));
        const chosen = together[index] ?? first(values, name);
        const ownId = index === 0 ? id : `${id}-${index + 1}`;
        return (
          <div key={name}>
            <label for={ownId}>{placeWords(index + 1, question)}</label>
            <div class="select">
              <select id={ownId} name={name}>
                <option value="">{say('choose')}</option>
                {offered(question.options).map((option) => (
                  <option key={option.id} value={option.id} selected={option.id === chosen}>
                    {option.label}
                  </option>
                ))}
              </select>
            </div>
          </div>
        );
      })}
    </div>
  );
}
