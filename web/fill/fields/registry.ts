// Every question type on the page, by name. The type holds that none of schema/fields/registry.ts is missing.
import type { FieldType } from '../../../schema/fields/registry.ts';
import type { Question, QuestionOf } from '../../../schema/fields/shapes.ts';
import type { Control } from './control.ts';
import { control as date } from './date.tsx';
import { control as dropdown } from './dropdown.tsx';
import { control as longText } from './long-text.tsx';
import { control as matrixScale } from './matrix-scale.tsx';
import { control as matrixSingle } from './matrix-single.tsx';
import { control as multi } from './multi.tsx';
import { control as note } from './note.tsx';
import { control as nps } from './nps.tsx';
import { control as number } from './number.tsx';
import { control as pageBreak } from './page-break.tsx';
import { control as phone } from './phone.tsx';
import { control as rating } from './rating.tsx';
import { control as scale } from './scale.tsx';
import { control as single } from './single.tsx';
import { control as text } from './text.tsx';
import { control as yesNo } from './yes-no.tsx';

export const controls: { readonly [T in FieldType]: Control<QuestionOf<T>> } = {
  single,
  multi,
  dropdown,
  'yes-no': yesNo,
  rating,
  scale,
  nps,
  number,
  text,
  'long-text': longText,
  date,
  phone,
  'matrix-single': matrixSingle,
  'matrix-scale': matrixScale,
  note,
  'page-break': pageBreak,
};

export const controlOf = (question: Question): Control => controls[question.type];
