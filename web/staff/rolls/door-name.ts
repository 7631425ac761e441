// A door as one says it: with its stairwell where the building has some.
import { t } from './words.ts';

export const doorName = ({ stairwell, door }: { stairwell: string; door: string }) =>
  stairwell === '' ? door : t('doorIn', { stairwell, door });
