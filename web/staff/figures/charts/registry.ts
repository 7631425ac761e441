// How each question type is looked at. A type that schema/fields gains does not compile until it is here.
import type { FieldType } from '../../../../schema/fields/registry.ts';
import {
  amounts,
  bars,
  candidates,
  checklist,
  figures,
  heads,
  hours,
  listed,
  type Maker,
  places,
  scale,
  scales,
  tables,
  willingness,
} from './makers.ts';

interface Fitting {
  /** from what was counted; none where nothing is asked */
  charts?: Maker;
  /** what is read from the answers themselves, by those who may, beside how many there are */
  reads?: 'words' | 'days';
}

const written: Fitting = { charts: heads, reads: 'words' };
const counted: Fitting = { charts: heads };
const nothing: Fitting = {};

export const fittings = {
  single: { charts: bars },
  multi: { charts: bars },
  dropdown: { charts: bars },
  'yes-no': { charts: bars },
  'image-choice': { charts: bars },
  cascade: { charts: listed },
  unit: counted,
  vote: { charts: bars },
  candidates: { charts: candidates },
  rating: { charts: scale },
  scale: { charts: scale },
  nps: { charts: willingness },
  slider: { charts: figures },
  rank: { charts: places },
  allocate: { charts: amounts },
  indicator: { charts: figures },
  deductions: { charts: checklist },
  number: { charts: figures },
  text: written,
  'long-text': written,
  'gap-fill': written,
  name: counted,
  phone: counted,
  email: counted,
  url: counted,
  'id-number': counted,
  plate: counted,
  date: { charts: heads, reads: 'days' },
  time: { charts: hours },
  'date-range': { charts: figures },
  consent: { charts: bars },
  photo: counted,
  file: counted,
  signature: counted,
  voice: counted,
  location: counted,
  'matrix-single': { charts: tables },
  'matrix-multi': { charts: tables },
  'matrix-scale': { charts: scales },
  'matrix-number': { charts: amounts },
  'matrix-text': written,
  'matrix-dropdown': { charts: tables },
  rows: { charts: figures },
  calculated: { charts: figures },
  hidden: { charts: listed },
  note: nothing,
  divider: nothing,
  picture: nothing,
  video: nothing,
  'page-break': nothing,
} satisfies Record<FieldType, Fitting>;

export const fittingOf = (type: FieldType): Fitting => fittings[type];
