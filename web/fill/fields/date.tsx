// 日期: the phone's own calendar; old browsers show a plain field, so the hint gives the form.
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { say } from '../words.ts';
import type { Control } from './control.ts';
import { Line } from './line.tsx';

export const control: Control<QuestionOf<'date'>> = {
  frame: 'single',
  says: ['dateExample', 'between'],
  hint: ({ min, max }) => (min && max ? say('between', { min, max }) : say('dateExample')),
  draw: (drawn) => <Line drawn={drawn} type="date" min={drawn.question.min} max={drawn.question.max} />,
};
