// The shape of any question, as a union by type: what a definition from outside is parsed with.
import * as z from 'zod/mini';
import { shape as date } from './date.ts';
import { shape as dropdown } from './dropdown.ts';
import { shape as longText } from './long-text.ts';
import { shape as matrixScale } from './matrix-scale.ts';
import { shape as matrixSingle } from './matrix-single.ts';
import { shape as multi } from './multi.ts';
import { shape as note } from './note.ts';
import { shape as nps } from './nps.ts';
import { shape as number } from './number.ts';
import { shape as pageBreak } from './page-break.ts';
import { shape as phone } from './phone.ts';
import { shape as rating } from './rating.ts';
import { shape as scale } from './scale.ts';
import { shape as single } from './single.ts';
import { shape as text } from './text.ts';
import { shape as yesNo } from './yes-no.ts';

export const anyQuestionShape = () =>
  z.discriminatedUnion('type', [
    single(),
    multi(),
    dropdown(),
    yesNo(),
    rating(),
    scale(),
    nps(),
    number(),
    text(),
    longText(),
    date(),
    phone(),
    matrixSingle(),
    matrixScale(),
    note(),
    pageBreak(),
  ]);

export type Question = z.infer<ReturnType<typeof anyQuestionShape>>;
/** A question of one type, with that type's settings. */
export type QuestionOf<T extends Question['type']> = Extract<Question, { type: T }>;
