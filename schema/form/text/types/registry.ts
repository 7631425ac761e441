// Every question type as the text format knows it. A type that schema/fields gains does not compile until it is here.
import type { FieldType } from '../../../fields/registry.ts';
import type { Question, QuestionOf } from '../../../fields/shapes.ts';
import { matrixDropdown, rows } from './cells.ts';
import { allocate, dropdown, imageChoice, multi, rank, single, vote, yesNo } from './choices.ts';
import { date, dateRange, number, slider, time } from './figures.ts';
import { calculated, consent, divider, gapFill, hidden, note, pageBreak, picture, video } from './others.ts';
import { candidates, deductions } from './people.ts';
import { indicator, nps, rating, scale } from './points.ts';
import { matrixMulti, matrixNumber, matrixScale, matrixSingle, matrixText } from './tables.ts';
import { cascade } from './trees.ts';
import type { TextType } from './type.ts';
import {
  email,
  file,
  idNumber,
  location,
  longText,
  name,
  phone,
  photo,
  plate,
  signature,
  text,
  unit,
  url,
  voice,
} from './words.ts';

const types = {
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
} satisfies { [T in FieldType]: TextType<QuestionOf<T>> };

export const textTypeOf = (type: FieldType): TextType<Question> => types[type];
