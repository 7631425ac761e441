// The shape of any question, as a union by type: what a definition from outside is parsed with.
import * as z from 'zod/mini';
import type { Language } from '../words/language.ts';
import { shape as allocate } from './allocate.ts';
import { shape as calculated } from './calculated.ts';
import { shape as candidates } from './candidates.ts';
import { shape as cascade } from './cascade.ts';
import { shape as consent } from './consent.ts';
import { shape as date } from './date.ts';
import { shape as dateRange } from './date-range.ts';
import { shape as deductions } from './deductions.ts';
import { shape as divider } from './divider.ts';
import { shape as dropdown } from './dropdown.ts';
import { shape as email } from './email.ts';
import { shape as file } from './file.ts';
import { shape as gapFill } from './gap-fill.ts';
import { shape as hidden } from './hidden.ts';
import { shape as idNumber } from './id-number.ts';
import { shape as imageChoice } from './image-choice.ts';
import { shape as indicator } from './indicator.ts';
import { shape as location } from './location.ts';
import { shape as longText } from './long-text.ts';
import { shape as matrixDropdown } from './matrix-dropdown.ts';
import { shape as matrixMulti } from './matrix-multi.ts';
import { shape as matrixNumber } from './matrix-number.ts';
import { shape as matrixScale } from './matrix-scale.ts';
import { shape as matrixSingle } from './matrix-single.ts';
import { shape as matrixText } from './matrix-text.ts';
import { shape as multi } from './multi.ts';
import { shape as name } from './name.ts';
import { shape as note } from './note.ts';
import { shape as nps } from './nps.ts';
import { shape as number } from './number.ts';
import { shape as pageBreak } from './page-break.ts';
import { shape as phone } from './phone.ts';
import { shape as photo } from './photo.ts';
import { shape as picture } from './picture.ts';
import { shape as plate } from './plate.ts';
import { shape as rank } from './rank.ts';
import { shape as rating } from './rating.ts';
import { shape as rows } from './rows.ts';
import { shape as scale } from './scale.ts';
import { shape as signature } from './signature.ts';
import { shape as single } from './single.ts';
import { shape as slider } from './slider.ts';
import { shape as text } from './text.ts';
import { shape as time } from './time.ts';
import { shape as unit } from './unit.ts';
import { shape as url } from './url.ts';
import { shape as video } from './video.ts';
import { shape as voice } from './voice.ts';
import { shape as vote } from './vote.ts';
import { shape as yesNo } from './yes-no.ts';

export const anyQuestionShape = () =>
  z.discriminatedUnion('type', [
    single(),
    multi(),
    dropdown(),
    yesNo(),
    imageChoice(),
    cascade(),
    unit(),
    vote(),
    candidates(),
    rating(),
    scale(),
    nps(),
    slider(),
    rank(),
    allocate(),
    indicator(),
    deductions(),
    number(),
    text(),
    longText(),
    gapFill(),
    name(),
    phone(),
    email(),
    url(),
    idNumber(),
    plate(),
    date(),
    time(),
    dateRange(),
    consent(),
    photo(),
    file(),
    signature(),
    voice(),
    location(),
    matrixSingle(),
    matrixMulti(),
    matrixScale(),
    matrixNumber(),
    matrixText(),
    matrixDropdown(),
    rows(),
    calculated(),
    hidden(),
    note(),
    divider(),
    picture(),
    video(),
    pageBreak(),
  ]);

export type Question = z.infer<ReturnType<typeof anyQuestionShape>> & {
  /** set when a form is shown in a language, never stored */
  spoken?: Language | undefined;
  note?: string | undefined;
};
/** A question of one type, with that type's settings. */
export type QuestionOf<T extends Question['type']> = Extract<Question, { type: T }>;
