// What a rater's link or a household's letter opens: whom to rate, and the marks for each, kept as they are given.
import { useState } from 'preact/hooks';
import type { openRating, Rating } from '../../../schema/api/ratings.ts';
import { evaluationName, subjectName } from '../../../schema/evaluations/names.ts';
import { momentWords } from '../../ui/time.ts';
import { ask } from '../ask.ts';
import { Frame } from '../frame.tsx';
import { Heading } from '../owners/heading.tsx';
import { TypeCode, useOpened } from '../type-code.tsx';
import { Mark } from './mark.tsx';
import { cameFor, takesMarks } from './takes-marks.ts';
import { Which } from './which.tsx';
import { t } from './words.ts';

export function RatingPage() {
  const { opened, ...by } = useOpened(async (secret) => {
    const told = await ask<typeof openRating>('/api/ratings', { method: 'POST', body: { secret } });
    // How far this clock is ahead of the Worker's.
    return { ...told, late: Date.now() - told.now };
  });
  // The letter's page leads to one of them.
  const [chosen, setChosen] = useState(() => new URLSearchParams(location.search).get('e'));
  const [listed, setListed] = useState(false);
  const ratings = opened?.ratings;
  const now = Date.now() - (opened?.late ?? 0);
  const rating =
    ratings?.find(({ evaluation }) => evaluation === chosen) ??
    (listed ? undefined : cameFor(ratings ?? [], now));
  return (
    <Frame
      where={rating?.unit}
      title={rating?.title ?? t('title')}
      demo={opened?.demo ?? false}
      asks={rating}
    >
      {rating ? (
        <One
          key={rating.evaluation}
          rating={rating}
          secret={by.secret}
          late={opened?.late ?? 0}
          onLeave={
            ratings && ratings.length > 1
              ? () => {
                  setChosen(null);
                  setListed(true);
                }
              : undefined
          }
        />
      ) : ratings ? (
        <Which ratings={ratings} now={now} onChoose={setChosen} />
      ) : (
        <TypeCode title={t('title')} reading={t('reading')} {...by} />
      )}
    </Frame>
  );
}

type Subject = Rating['subjects'][number];

function One(props: { rating: Rating; secret: string; late: number; onLeave: (() => void) | undefined }) {
  const { secret } = props;
  const [rating, setRating] = useState(props.rating);
  const [at, setAt] = useState<string>();
  const open = takesMarks(rating, Date.now() - props.late);
  const subject = rating.subjects.find(({ id }) => id === at);
  if (subject && open) {
    const place = rating.subjects.indexOf(subject);
    const next = rating.subjects[place + 1];
    return (
      <Mark
        key={subject.id}
        secret={secret}
        rating={rating}
        subject={subject}
        next={next && subjectName(next)}
        onNext={() => setAt(next?.id)}
        onLeave={() => setAt(undefined)}
        onKept={(marks, rev) =>
          setRating((now) => ({
            ...now,
            subjects: now.subjects.map((one) =>
              one.id === subject.id ? { ...one, marks: [...marks], rev } : one,
            ),
          }))
        }
      />
    );
  }
  return <List rating={rating} open={open} onChoose={setAt} onLeave={props.onLeave} />;
}

function List(props: {
  rating: Rating;
  open: boolean;
  onChoose: (id: string) => void;
  onLeave: (() => void) | undefined;
}) {
  const { rating, open } = props;
  const home = rating.group === 'residents';
  return (
    <>
      <Heading>{evaluationName(rating)}</Heading>
      <p class="facts">{t('facts', { organiser: rating.organiser, day: momentWords(rating.closesAt) })}</p>
      {rating.words !== '' && <p class="lines">{rating.words}</p>}
      {open ? <p>{home ? t('helloHome') : t('hello', { name: rating.name })}</p> : <Ended rating={rating} />}
      {rating.state === 'rating' && <Marked {...props} />}
      {props.onLeave && (
        <button type="button" class="plain" onClick={props.onLeave}>
          {t('others')}
        </button>
      )}
    </>
  );
}

function Ended({ rating: { state, appealsUntil, awards } }: { rating: Rating }) {
  return (
    <div class="notice">
      <p>{t('over')}</p>
      {state === 'provisional' && appealsUntil !== null && (
        <p>{t('appealing', { day: momentWords(appealsUntil) })}</p>
      )}
      {state === 'rating' && <p>{t('counting')}</p>}
      {awards?.map(({ title, names }) => (
        <p key={title}>
          {names.length === 0
            ? t('nobodyGot', { title })
            : t('got', { title, names: names.join(t('comma')) })}
        </p>
      ))}
    </div>
  );
}

function Marked(props: { rating: Rating; open: boolean; onChoose: (id: string) => void }) {
  const { rating, open } = props;
  const { subjects, indicators } = rating;
  const all = indicators.filter(({ asked }) => asked).length;
  const given = ({ marks }: Subject) => (marks ?? []).filter((mark) => mark !== null).length;
  const done = subjects.filter((one) => given(one) === all).length;
  const state = (one: Subject) => {
    const n = given(one);
    return n === 0 ? t('row-none') : n < all ? t('row-part', { n, all }) : t('row-done');
  };
  return (
    <>
      {open && subjects.length > 0 && done === subjects.length && (
        <p class="notice" role="status">
          {t('received', { day: momentWords(rating.closesAt) })}
        </p>
      )}
      {subjects.length === 0 && <p>{t('nobody')}</p>}
      {subjects.length > 1 && <p role="status">{t('doneOf', { done, n: subjects.length })}</p>}
      <ul class="rows">
        {subjects.map((one) => (
          <li key={one.id}>
            <button type="button" class="row" disabled={!open} onClick={() => props.onChoose(one.id)}>
              <span>
                {subjectName(one)}
                <br />
                <small>{state(one)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p class="hint">{t(rating.group === 'residents' ? 'privateHome' : 'private')}</p>
    </>
  );
}
