// A section note 段落说明: a heading with words under it.
import type * as z from 'zod/mini';
import { type BaseQuestion, type Field, questionShape } from './field.ts';
import { layoutField } from './layout.ts';

export const shape = () => questionShape('note', {});
export type NoteQuestion = z.infer<ReturnType<typeof shape>>;
export const field: Field<BaseQuestion, never> = {
  ...layoutField('note'),
  labels: ['段落说明', '描述说明', '文字说明', '文字描述', '文本描述'],
};
