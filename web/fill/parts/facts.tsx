// What a resident must know before the first question: who asks, until when, how long it takes, whether names are
// kept, how long answers are kept, whom to call, and that nobody asks for money or codes here.
import type { ScriptedFacts as Facts } from '../../../schema/api/page.ts';
import { clockWords, dayWords, untilWords } from '../dates.ts';
import { say } from '../words.ts';

type Line = Pick<Facts, 'slug' | 'organiser' | 'opensAt' | 'closesAt' | 'minutes' | 'named'>;

/** A preview belongs to no run: whether names are kept, and how long answers are, is decided when one is opened. */
export function FactsLine({ facts, now }: { facts: Line; now: number }) {
  const when =
    facts.opensAt > now
      ? say('opens', { day: dayWords(facts.opensAt, now), clock: clockWords(facts.opensAt) })
      : untilWords(facts.closesAt, now);
  const parts = [
    facts.organiser,
    when,
    say('minutes', { n: facts.minutes }),
    ...(facts.slug ? [say(facts.named ? 'named' : 'unnamed')] : []),
  ];
  return (
    <p class="facts">
      {parts.map((part, index) => (
        <span key={part}>
          {part}
          {index < parts.length - 1 && <i aria-hidden="true"> · </i>}
        </span>
      ))}
    </p>
  );
}

export const Phone = ({ phone }: { phone: string }) => (
  <a class="standing" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
    {phone}
  </a>
);

export function Trust({ facts }: { facts: Facts }) {
  return (
    <p class="trust">
      {say('trust')}
      {facts.phone && (
        <>
          {say('askPhone')} <Phone phone={facts.phone} />
        </>
      )}
    </p>
  );
}

/** How long answers are kept, and the day of their end. */
export const keepWords = ({ keepDays, closesAt }: Facts, now: number) =>
  say('keep', { n: keepDays, day: dayWords(closesAt + keepDays * 86_400_000, now) });

export function Keep({ facts, now }: { facts: Facts; now: number }) {
  const who = { anyone: undefined, household: 'perHousehold', roll: 'onRoll' } as const;
  const access = facts.perDevice ? 'perDevice' : who[facts.access];
  if (!facts.slug) return null;
  return (
    <p class="keep">
      {access && `${say(access)} · `}
      {keepWords(facts, now)} <a href={`/f/${facts.slug}/privacy`}>{say('privacy')}</a>
    </p>
  );
}
