// The last receipt number of each campaign on this phone, so that whoever lost it finds it, and nobody fills in twice
// unawares. Gone when the campaign closes or the answers are withdrawn.
import { clockWords, dayWords } from '../dates.ts';
import { say } from '../words.ts';
import { forget, keep, keysWith, recall } from './memory.ts';

interface SentOne {
  receipt: string;
  at: number;
  /** when the campaign closes */
  until: number;
}

const prefix = 'linli:sent:';
export const keepSent = (slug: string, one: SentOne) => keep(prefix + slug, one);

/** Forgets what is over, and the receipt that was withdrawn. */
export function forgetSent(withdrawn?: string): void {
  for (const key of keysWith(prefix)) {
    const one = recall<SentOne>(key);
    if (!one || one.until < Date.now() || one.receipt === withdrawn) forget(key);
  }
}

export function SentBefore({ slug }: { slug: string }) {
  const one = recall<SentOne>(prefix + slug);
  if (!one) return null;
  return (
    <p class="keep">
      {say('sentBefore', {
        day: dayWords(one.at, Date.now()),
        clock: clockWords(one.at),
        receipt: one.receipt,
      })}
      <a href={`/r#${one.receipt}`}>{say('seeIt')}</a>
    </p>
  );
}
