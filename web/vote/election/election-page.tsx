// The public page of an election: what is elected and when, and the way to the page of one's own building.
import { useRef, useState } from 'preact/hooks';
import type { ElectionFacts, getPublicElection } from '../../../schema/api/public-elections.ts';
import { useLoad } from '../../ui/load.ts';
import { ask } from '../ask.ts';
import { Frame } from '../frame.tsx';
import { Reading } from '../reading.tsx';
import { Rule } from '../rule.tsx';
import { Stages } from '../stages.tsx';
import { t } from '../words.ts';

export function ElectionPage({ slug }: { slug: string }) {
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const read = useLoad(`${slug} ${search}`, () =>
    ask<typeof getPublicElection>(`/api/e/${slug}?search=${encodeURIComponent(search)}`),
  );
  // The page stays while another building is looked for.
  const kept = useRef(read.value);
  kept.current = read.value ?? kept.current;
  const shown = kept.current;
  const election = shown?.election;
  return (
    <Frame
      where={election?.place}
      title={election?.title}
      demo={election?.demo}
      asks={election}
      waiting={!shown && read.state === 'waiting'}
    >
      {election && <About election={election} />}
      {election && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setSearch(typed.trim());
          }}
        >
          <h2>{t('findYours')}</h2>
          <label for="search">{t('findLabel')}</label>
          <div class="with-button">
            <input
              id="search"
              value={typed}
              maxLength={50}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
            <button type="submit">{t('find')}</button>
          </div>
        </form>
      )}
      <Reading from={read.state === 'waiting' && shown ? { ...read, value: shown } : read}>
        {({ contests, more }) => (
          <>
            <ul class="rows">
              {contests.map((one) => (
                <li key={one.id}>
                  <a class="row" href={`/e/${slug}/${one.id}`}>
                    <span>
                      {one.name}
                      {one.round > 1 && ` · ${t('round', { n: one.round })}`}
                      <br />
                      <small>
                        {one.above} · {t(`short-${one.state}`)}
                      </small>
                    </span>
                  </a>
                </li>
              ))}
            </ul>
            {contests.length === 0 && <p>{t('noneFound')}</p>}
            {more && <p class="hint">{t('moreWords')}</p>}
          </>
        )}
      </Reading>
    </Frame>
  );
}

function About({ election }: { election: ElectionFacts }) {
  return (
    <>
      <h1>{election.title}</h1>
      {election.cancelled && <p class="notice late">{t('allCancelled')}</p>}
      <p class="facts">{t('electsAll', { post: election.post })}</p>
      {election.words && <p class="lines">{election.words}</p>}
      <h2>{t('whenWhat')}</h2>
      <Stages election={election} />
      {election.preset !== 'nominations' && (
        <>
          <h2>{t('howElected')}</h2>
          <Rule rule={election.rule} />
        </>
      )}
    </>
  );
}
