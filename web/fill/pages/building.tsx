// The permanent page behind the code at the door: what is open, coming and finished, and who leads the building.
import type { BuildingPage } from '../../../schema/api/fill.ts';
import type { ModelOf } from '../../../schema/api/page.ts';
import { dayWords } from '../dates.ts';
import { FactsLine, Phone } from '../parts/facts.tsx';
import { Result } from '../parts/result.tsx';
import { say } from '../words.ts';

function Finished({ one, now }: { one: BuildingPage['finished'][number]; now: number }) {
  return (
    <section class="card">
      <h3>{one.title}</h3>
      <p class="facts">
        {one.organiser} ·{' '}
        {one.closesAt > now ? say('closed') : say('endedOn', { day: dayWords(one.closesAt, now) })}
      </p>
      <Result result={one.result} phase={one.phase} />
      <h4>{say('outcome')}</h4>
      <p class="lines">{one.outcome || say('noOutcome')}</p>
    </section>
  );
}

export function BuildingPageView({ model }: { model: ModelOf<'building'> }) {
  const { building, code, now } = model;
  const { contact } = building;
  const paused = building.open.filter((one) => one.phase === 'paused');
  const open = building.open.filter((one) => one.phase !== 'paused');
  return (
    <>
      <h1>{building.unit.name}</h1>
      {building.above && <p class="facts">{building.above}</p>}
      {building.contests.length > 0 && <h2>{say('ownElection')}</h2>}
      {building.contests.map((one) => (
        <section class="card" key={one.contest}>
          <h3>{one.title}</h3>
          <p class="facts">
            {say('elects', { post: one.post, n: one.seats })}
            {one.vote !== null &&
              ` · ${say('votesOn', { day: dayWords(Date.parse(`${one.vote}T12:00:00+08:00`), now) })}`}
          </p>
          {one.elected !== null && (
            <p>
              {one.elected.length > 0
                ? say('electedNames', { names: one.elected.join('、'), post: one.post })
                : say('electedNobody')}
            </p>
          )}
          <a class="primary" href={`/e/${one.slug}/${one.contest}`}>
            {say(one.elected === null ? 'seeElection' : 'seeElected')}
          </a>
        </section>
      ))}
      <h2>{say('nowOpen')}</h2>
      {open.length === 0 && <p>{say('nothingOpen')}</p>}
      {open.map((one) => (
        <section class="card" key={one.slug}>
          <h3>{one.title}</h3>
          <FactsLine facts={one} now={now} />
          <a
            class="primary"
            href={`/f/${one.slug}?b=${code}`}
            aria-label={say('fillOf', { title: one.title })}
          >
            {say('fill')}
          </a>
          {one.liveResult && (
            <p>
              <a class="standing" href={`/f/${one.slug}/result`}>
                {say('seeResult')}
              </a>
            </p>
          )}
        </section>
      ))}
      {paused.length > 0 && <h2>{say('pausedShort')}</h2>}
      {paused.map((one) => (
        <section class="card" key={one.slug}>
          <h3>{one.title}</h3>
          <FactsLine facts={one} now={now} />
          <p>{say('pausedHelp')}</p>
        </section>
      ))}
      {building.coming.length > 0 && <h2>{say('coming')}</h2>}
      {building.coming.map((one) => (
        <section class="card" key={one.slug}>
          <h3>{one.title}</h3>
          <FactsLine facts={one} now={now} />
        </section>
      ))}
      {building.finished.length > 0 && <h2>{say('finished')}</h2>}
      {building.finished.map((one) => (
        <Finished key={one.slug} one={one} now={now} />
      ))}
      {contact && (
        <>
          <h2>{say('leader')}</h2>
          <p>
            {contact.name} {contact.phone && <Phone phone={contact.phone} />}
          </p>
        </>
      )}
      <h2>{say('help')}</h2>
      <p>{say(contact ? 'helpLeader' : 'helpOffice')}</p>
    </>
  );
}
