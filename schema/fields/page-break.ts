// A page break 分页: what follows is a new page with this title. Its condition is the page's.
import type * as z from 'zod/mini';
import { type BaseQuestion, type Field, questionShape } from './field.ts';
import { layoutField } from './layout.ts';

export const shape = () => questionShape('page-break', {});
export type PageBreakQuestion = z.infer<ReturnType<typeof shape>>;
export const field: Field<BaseQuestion, never> = {
  ...layoutField('page-break'),
  labels: ['分页栏', '分页', '分页符'],
};
