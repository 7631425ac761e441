// Every question type on the page, by name. The type holds that none of schema/fields/registry.ts is missing.
import type { FieldType } from '../../../schema/fields/registry.ts';
import type { Question, QuestionOf } from '../../../schema/fields/shapes.ts';
import { control as allocate } from './allocate.tsx';
import { control as calculated } from './calculated.tsx';
import { control as candidates } from './candidates.tsx';
import { control as cascade } from './cascade.tsx';
import { control as consent } from './consent.tsx';
import type { Control } from './control.ts';
import { control as date } from './date.tsx';
import { control as dateRange } from './date-range.tsx';
import { control as deductions } from './deductions.tsx';
import { control as divider } from './divider.tsx';
import { control as dropdown } from './dropdown.tsx';
import { control as email } from './email.tsx';
import { control as file } from './file.tsx';
import { control as gapFill } from './gap-fill.tsx';
import { control as hidden } from './hidden.tsx';
import { control as idNumber } from './id-number.tsx';
import { control as imageChoice } from './image-choice.tsx';
import { control as indicator } from './indicator.tsx';
import { control as location } from './location.tsx';
import { control as longText } from './long-text.tsx';
import { control as matrixDropdown } from './matrix-dropdown.tsx';
import { control as matrixMulti } from './matrix-multi.tsx';
import { control as matrixNumber } from './matrix-number.tsx';
import { control as matrixScale } from './matrix-scale.tsx';
import { control as matrixSingle } from './matrix-single.tsx';
import { control as matrixText } from './matrix-text.tsx';
import { control as multi } from './multi.tsx';
import { control as name } from './name.tsx';
import { control as note } from './note.tsx';
import { control as nps } from './nps.tsx';
import { control as number } from './number.tsx';
import { control as pageBreak } from './page-break.tsx';
import { control as phone } from './phone.tsx';
import { control as photo } from './photo.tsx';
import { control as picture } from './picture.tsx';
import { control as plate } from './plate.tsx';
import { control as rank } from './rank.tsx';
import { control as rating } from './rating.tsx';
import { control as rows } from './rows.tsx';
import { control as scale } from './scale.tsx';
import { control as signature } from './signature.tsx';
import { control as single } from './single.tsx';
import { control as slider } from './slider.tsx';
import { control as text } from './text.tsx';
import { control as time } from './time.tsx';
import { control as unit } from './unit.tsx';
import { control as url } from './url.tsx';
import { control as video } from './video.tsx';
import { control as voice } from './voice.tsx';
import { control as vote } from './vote.tsx';
import { control as yesNo } from './yes-no.tsx';

export const controls: { readonly [T in FieldType]: Control<QuestionOf<T>> } = {
  single,
  multi,
  dropdown,
  'yes-no': yesNo,
  'image-choice': imageChoice,
  cascade,
  unit,
  vote,
  candidates,
  rating,
  scale,
  nps,
  slider,
  rank,
  allocate,
  indicator,
  deductions,
  number,
  text,
  'long-text': longText,
  'gap-fill': gapFill,
  name,
  phone,
  email,
  url,
  'id-number': idNumber,
  plate,
  date,
  time,
  'date-range': dateRange,
  consent,
  photo,
  file,
  signature,
  voice,
  location,
  'matrix-single': matrixSingle,
  'matrix-multi': matrixMulti,
  'matrix-scale': matrixScale,
  'matrix-number': matrixNumber,
  'matrix-text': matrixText,
  'matrix-dropdown': matrixDropdown,
  rows,
  calculated,
  hidden,
  note,
  divider,
  picture,
  video,
  'page-break': pageBreak,
};

export const controlOf = (question: Question): Control => controls[question.type];
