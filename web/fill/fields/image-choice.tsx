// 图片选择: pictures side by side, each a whole target with its label under it.
import { formName } from '../../../schema/fields/field.ts';
import { offered } from '../../../schema/fields/options.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { own } from '../values.ts';
import { Choice } from './choice.tsx';
import type { Control } from './control.ts';
import { howMany, pickWords } from './how-many.ts';
import { mediaUrl } from './media-url.ts';
import './pictures.css';

export const control: Control<QuestionOf<'image-choice'>> = {
  frame: 'group',
  says: pickWords,
  hint: (question) => (question.several ? howMany(question) : undefined),
  draw: ({ question, values, set, id }) => {
    const name = formName(question);
    const chosen = own(values, name) ?? [];
    const pick = (option: string) => {
      if (!question.several) return [option];
      return chosen.includes(option) ? chosen.filter((one) => one !== option) : [...chosen, option];
    };
    return (
      <div class="cells pictures">
        {offered(question.options).map((option, index) => (
          <Choice
            key={option.id}
            type={question.several ? 'checkbox' : 'radio'}
            name={name}
            value={option.id}
            id={index === 0 ? id : `${id}-${option.id}`}
            checked={chosen.includes(option.id)}
            pick={() => set(name, pick(option.id))}
            disabled={option.full}
          >
            {option.image && <img src={mediaUrl(option.image)} alt="" loading="lazy" />}
            <span>{option.label}</span>
            {option.note && <small>{option.note}</small>}
          </Choice>
        ))}
      </div>
    );
  },
};
