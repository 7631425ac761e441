// The second screen: candidates with their line, chosen up to the seats or each voted by itself, and others by name. For one
// seat another tap changes the choice, and the same one takes it back. Nothing comes or goes above what is tapped.
import type { ComponentChildren, RefObject } from 'preact';
import type { LetterContest } from '../../../schema/api/ballots.ts';
import type { Freeze } from '../../../schema/elections/ledger.ts';
import { chooseOne, left, type Marks, mark, writeOne } from './marks.ts';
import { t } from './words.ts';

type Post = Freeze['posts'][number];
const ways = ['for', 'against', 'neither'] as const;

export function Choose(props: {
  heading: RefObject<HTMLHeadingElement | null>;
  post: Post;
  contest: LetterContest;
  marks: Marks;
  change: (marks: Marks) => void;
  next: () => void;
  leave: (() => void) | undefined;
}) {
  const { post, contest, marks, change } = props;
  const { style, writeIns } = contest.ballot;
  const free = left(marks, post.seats);
  const single = style !== 'each' && post.seats === 1;
  const known = (id: string) => contest.candidates.find((one) => one.id === id);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        props.next();
      }}
    >
      <h1 ref={props.heading} tabIndex={-1}>
        {post.name}：{t(style === 'each' ? 'each' : 'choose', { seats: post.seats })}
      </h1>
      {single ? (
        <p class="facts">{t('oneHelp')}</p>
      ) : (
        <p class="facts left" role="status">
          {free > 0
            ? t(style === 'each' ? 'leftFor' : 'left', { n: free })
            : t('leftNone', { n: post.seats })}
        </p>
      )}
      <div class="choices">
        {post.candidates.map(({ id, name }) =>
          style === 'each' ? (
            <fieldset key={id} class="card">
              <Person person={{ name, ...known(id) }} />
              <div class="cells three">
                {ways.map((way) => (
                  <div key={way} class="choice">
                    <input
                      type="radio"
                      id={`${id}-${way}`}
                      name={id}
                      checked={wayOf(marks, id) === way}
                      disabled={way === 'for' && free < 1 && !marks.for.includes(id)}
                      onChange={() => change(mark(marks, id, way))}
                    />
                    <label for={`${id}-${way}`}>{t(way)}</label>
                  </div>
                ))}
              </div>
            </fieldset>
          ) : (
            <div key={id} class="choice">
              <input
                type="checkbox"
                id={id}
                checked={marks.for.includes(id)}
                disabled={!single && free < 1 && !marks.for.includes(id)}
                onChange={() =>
                  change(
                    single
                      ? chooseOne(marks, id)
                      : mark(marks, id, marks.for.includes(id) ? 'neither' : 'for'),
                  )
                }
              />
              <label for={id}>
                <Person person={{ name, ...known(id) }} />
              </label>
            </div>
          ),
        )}
      </div>
      {writeIns && <Others seats={post.seats} single={single} marks={marks} change={change} free={free} />}
      <button type="submit" class="primary">
        {t('lookOver')}
      </button>
      {props.leave && (
        <button type="button" class="plain clear" onClick={props.leave}>
          {t('notNow')}
        </button>
      )}
    </form>
  );
}

const wayOf = (marks: Marks, id: string) =>
  marks.for.includes(id) ? 'for' : marks.against.includes(id) ? 'against' : 'neither';

function Person({
  person,
}: {
  person: { name: string; line?: string; photo?: string | null };
}): ComponentChildren {
  return (
    <span class={person.photo ? 'person pictured' : 'person'}>
      {person.photo && <img src={`/m/${person.photo}`} alt="" />}
      <span>
        <b class="name">{person.name}</b>
        {person.line && <small>{person.line}</small>}
      </span>
    </span>
  );
}

/** One line more than is filled, up to the seats; it waits, and does not go, while all seats are taken. */
function Others(props: {
  seats: number;
  single: boolean;
  marks: Marks;
  free: number;
  change: (marks: Marks) => void;
}) {
  const { marks, single, seats } = props;
  const more = marks.written.length < seats && marks.written.at(-1) !== '';
  const lines = [...marks.written, ...(more ? [''] : [])];
  const write = (at: number, name: string) => {
    if (single) return props.change(writeOne(marks, name));
    const written = lines.map((line, index) => (index === at ? name : line));
    props.change({ ...marks, written: written.filter((line, index) => line !== '' || index < at) });
  };
  return (
    <fieldset class="question">
      <legend>
        <h2>{t('other')}</h2>
      </legend>
      {lines.map((line, at) => (
        <p key={at}>
          <input
            aria-label={t('otherName', { n: at + 1 })}
            value={line}
            disabled={!single && props.free < 1 && line === ''}
            maxLength={60}
            autocomplete="off"
            onInput={(event) => write(at, event.currentTarget.value)}
          />
        </p>
      ))}
    </fieldset>
  );
}
