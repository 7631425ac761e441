// A line between two parts 分割线.
import type * as z from 'zod/mini';
import { type BaseQuestion, type Field, questionShape } from './field.ts';
import { layoutField } from './layout.ts';

export const shape = () => questionShape('divider', {});
export type DividerQuestion = z.infer<ReturnType<typeof shape>>;
export const field: Field<BaseQuestion, never> = {
  ...layoutField('divider'),
  labels: ['分割线', '分隔线'],
};
