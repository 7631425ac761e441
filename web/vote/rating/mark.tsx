// The marks for one: each criterion in five words, and for those who rate by their post one mark up or down.
import { useState } from 'preact/hooks';
import type { Rating } from '../../../schema/api/ratings.ts';
import { subjectName } from '../../../schema/evaluations/names.ts';
import { stepMark, steps } from '../../../schema/evaluations/scale.ts';
import { Choice } from '../../fill/fields/option-row.tsx';
import { clockWords } from '../../ui/time.ts';
import { Heading } from '../owners/heading.tsx';
import { type Kept, type Marks, useKeeping } from './keeping.ts';
import { t } from './words.ts';

export function Mark(props: {
  secret: string;
  rating: Rating;
  subject: Rating['subjects'][number];
  /** name of the one after it */
  next: string | undefined;
  onNext: () => void;
  onLeave: () => void;
  onKept: (marks: Marks, rev: number) => void;
}) {
  const { rating, subject } = props;
  const { marks, put, kept, again } = useKeeping(props.secret, rating, subject, props.onKept);
  const asked = rating.indicators.map((one, place) => ({ ...one, place })).filter(({ asked: is }) => is);
  const left = asked.filter(({ place }) => (marks[place] ?? null) === null);
  const [first] = left;
  // Whoever goes on with something unmarked is told once, and then decides.
  const [stopped, setStopped] = useState(false);
  return (
    <>
      <Heading>{subjectName(subject)}</Heading>
      {asked.map(({ title, criteria, most, place }, at) => (
        <Criterion
          key={title}
          id={`mark-${place}`}
          title={title}
          criteria={criteria}
          count={t('item', { n: at + 1, all: asked.length })}
          most={most}
          mark={marks[place] ?? null}
          fine={rating.group !== 'residents'}
          onMark={(mark) => put(place, mark)}
        />
      ))}
      <Saved kept={kept} onAgain={again} />
      {stopped && first ? (
        <>
          <div class="notice late" role="alert">
            <p>
              <span aria-hidden="true">▲ </span>
              {t('left', { n: left.length, items: left.map(({ title }) => title).join(t('comma')) })}
            </p>
          </div>
          <button
            type="button"
            class="primary"
            onClick={() => document.getElementById(`mark-${first.place}-0`)?.focus()}
          >
            {t('toLeft', { item: first.title })}
          </button>
          <button type="button" class="plain" onClick={props.onNext}>
            {t('leaveOpen')}
          </button>
        </>
      ) : (
        <button type="button" class="primary" onClick={() => (first ? setStopped(true) : props.onNext())}>
          {props.next === undefined ? t('finish') : t('next', { name: props.next })}
        </button>
      )}
      {props.next !== undefined && (
        <button type="button" class="plain" onClick={props.onLeave}>
          {t('list')}
        </button>
      )}
    </>
  );
}

function Criterion(props: {
  id: string;
  title: string;
  criteria: string;
  count: string;
  most: number;
  mark: number | null;
  fine: boolean;
  onMark: (mark: number) => void;
}) {
  const { id, most, mark } = props;
  const words = [t('step-0'), t('step-1'), t('step-2'), t('step-3'), t('step-4')];
  const now = mark === null ? '' : t('now', { n: mark, most });
  return (
    <fieldset class="question">
      <legend>
        <h2>{props.title}</h2>
      </legend>
      <p class="hint">
        {props.count}
        {props.criteria !== '' && ` · ${props.criteria}`}
      </p>
      <div class="choices">
        {steps.map((step, at) => {
          const worth = stepMark(step, most);
          return (
            <Choice
              key={step}
              type="radio"
              name={id}
              value={String(worth)}
              id={`${id}-${at}`}
              checked={mark === worth}
              pick={() => props.onMark(worth)}
            >
              <span class="rating-step">
                {words[at]} <b>{t('marksN', { n: worth })}</b>
              </span>
            </Choice>
          );
        })}
      </div>
      {props.fine && (
        <div class="rating-fine">
          <button
            type="button"
            aria-label={`${props.title} ${t('less')}`}
            disabled={mark === null || mark <= 0}
            onClick={() => mark !== null && props.onMark(mark - 1)}
          >
            −
          </button>
          <output aria-live="polite">{now === '' ? t('fine') : now}</output>
          <button
            type="button"
            aria-label={`${props.title} ${t('more')}`}
            disabled={mark === null || mark >= most}
            onClick={() => mark !== null && props.onMark(mark + 1)}
          >
            +
          </button>
        </div>
      )}
    </fieldset>
  );
}

function Saved({ kept, onAgain }: { kept: Kept; onAgain: () => void }) {
  if (kept.state === 'failed')
    return (
      <div class="notice late" role="alert">
        <p>
          <span aria-hidden="true">▲ </span>
          {t('unsaved', { why: kept.why })}
        </p>
        <button type="button" onClick={onAgain}>
          {t('again')}
        </button>
      </div>
    );
  return (
    <p class="save-state" role="status">
      {kept.state === 'saving' && t('saving')}
      {kept.state === 'saved' && t('saved', { time: clockWords(kept.at) })}
      {kept.state === 'saved' && kept.overtaken && ` ${t('overtaken')}`}
      {kept.state === 'none' && '\u00a0'}
    </p>
  );
}
