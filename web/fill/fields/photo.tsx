// 照片
import { formName } from '../../../schema/fields/field.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { say } from '../words.ts';
import type { Control } from './control.ts';
import { Photos } from './photos.tsx';

export const control: Control<QuestionOf<'photo'>> = {
  frame: 'group',
  says: ['photoMost', ...Photos.says],
  hint: ({ most = 3 }) => say('photoMost', { n: most }),
  draw: (drawn) => (
    <Photos
      drawn={drawn}
      name={formName(drawn.question)}
      most={drawn.question.most ?? 3}
      id={drawn.id}
      camera={drawn.question.camera}
      invalid={drawn.invalid}
    />
  ),
};
