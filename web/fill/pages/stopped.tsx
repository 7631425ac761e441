// The form's address outside its time: says when it opens, or that it has closed and where the result stands.
import type { ModelOf } from '../../../schema/api/page.ts';
import { clockWords, dayWords } from '../dates.ts';
import { Phone } from '../parts/facts.tsx';
import { say } from '../words.ts';

export function StoppedPageView({ model }: { model: ModelOf<'stopped'> }) {
  const { facts, code, taken, now } = model;
  const moment = (at: number) => ({ day: dayWords(at, now), clock: clockWords(at) });
  const phases = {
    coming: [say('notOpen'), say('notOpenHelp', moment(facts.opensAt))] as const,
    closed: [
      say('closed'),
      // Closed before its time: the hour on the poster would be wrong.
      facts.closesAt > now ? say('closedEarly') : say('closedHelp', moment(facts.closesAt)),
    ] as const,
    paused: [say('paused'), say('pausedHelp')] as const,
    open: [facts.title, ''] as const,
  };
  const [heading, text] = taken ? [say('taken'), say('takenHelp')] : phases[facts.phase];
  return (
    <>
      <p class="form-title">{facts.title}</p>
      <h1>{heading}</h1>
      <p>{text}</p>
      {/* the number, where this phone kept it */}
      <div id="before" />
      <p>
        {facts.organiser} {facts.phone && <Phone phone={facts.phone} />}
      </p>
      {code && (
        <a class="primary" href={`/b/${code}`}>
          {say('toBuilding')}
        </a>
      )}
      <p>
        <a class="standing" href="/r">
          {say('haveReceipt')}
        </a>
      </p>
    </>
  );
}
