// 多选: an option that excludes the others clears them as it is chosen, and they clear it.
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { Choices } from './choice.tsx';
import type { Control } from './control.ts';
import { howMany, pickWords } from './how-many.ts';

export const control: Control<QuestionOf<'multi'>> = {
  frame: 'group',
  says: ['other', ...pickWords],
  hint: howMany,
  draw: (drawn) => {
    const alone = (id: string) => drawn.question.options.some((one) => one.id === id && one.exclusive);
    return (
      <Choices
        drawn={drawn}
        type="checkbox"
        pick={(option, chosen) => {
          if (chosen.includes(option.id)) return chosen.filter((id) => id !== option.id);
          if (option.exclusive) return [option.id];
          return [...chosen.filter((id) => !alone(id)), option.id];
        }}
      />
    );
  },
};
