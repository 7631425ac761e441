// The ends that the author set, said before anybody runs into them.
import { say, type Word } from '../words.ts';

interface Ends {
  min?: string | undefined;
  max?: string | undefined;
}

export const limitWordsSaid = ['between', 'notBefore', 'notAfter'] as const satisfies Word[];

/** `08:00到20:30`; undefined where neither end is set. */
export function limitWords({ min, max }: Ends): string | undefined {
  if (min !== undefined && max !== undefined) return say('between', { min, max });
  if (min !== undefined) return say('notBefore', { min });
  return max === undefined ? undefined : say('notAfter', { max });
}
