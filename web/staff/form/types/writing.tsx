// Types that are written: number, text, long text, date, phone.

import type { QuestionOf } from '../../../../schema/fields/shapes.ts';
import type { TypeEntry } from './entry.ts';
import { BetweenSettings, FigureSettings, LengthSettings } from './figure-settings.tsx';
import { fresh } from './words.ts';

export const number: TypeEntry<QuestionOf<'number'>> = {
  purpose: 'write',
  make: (id) => ({ id, type: 'number', title: '', min: 0, max: 100 }),
  Settings: FigureSettings,
};
export const text: TypeEntry<QuestionOf<'text'>> = {
  purpose: 'write',
  make: (id) => ({ id, type: 'text', title: '' }),
  Settings: LengthSettings,
};
export const longText: TypeEntry<QuestionOf<'long-text'>> = {
  purpose: 'write',
  make: (id) => ({ id, type: 'long-text', title: '' }),
  Settings: LengthSettings,
};
export const date: TypeEntry<QuestionOf<'date'>> = {
  purpose: 'write',
  make: (id) => ({ id, type: 'date', title: '' }),
  Settings: (props) => <BetweenSettings {...props} type="date" />,
};
export const phone: TypeEntry<QuestionOf<'phone'>> = {
  purpose: 'write',
  make: (id) => ({ id, type: 'phone', title: fresh('phone') }),
};
