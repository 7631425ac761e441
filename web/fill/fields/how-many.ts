// How many may be chosen, where the author set a limit: said before somebody chooses too many.
import { say, type Word } from '../words.ts';

export const pickWords: readonly Word[] = ['pickMost', 'pick'];

export const howMany = ({
  min = 1,
  max,
  options,
}: {
  min?: number | undefined;
  max?: number | undefined;
  options: readonly unknown[];
}): string | undefined =>
  min > 1
    ? say('pick', { n: min === max ? min : `${min}–${max ?? options.length}` })
    : max
      ? say('pickMost', { n: max })
      : undefined;
