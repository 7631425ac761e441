// 楼栋: found by words or level by level among the units of the campaign, and the door in it. Without a script only the
// building that the answers are given for can be named.
import { useEffect, useState } from 'preact/hooks';
import type { FillUnit } from '../../../schema/api/fill.ts';
import { formName } from '../../../schema/fields/field.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { first } from '../values.ts';
import '../live/searching.css';
import { say } from '../words.ts';
import { type Control, type Drawn, scripted } from './control.ts';
import { partIds } from './part-ids.ts';
import './parts.css';
import { offersUnit, UnitUnscripted } from './unit-unscripted.tsx';
import './unit.css';

type Unit = QuestionOf<'unit'>;

export const control: Control<Unit> = {
  frame: 'group',
  says: [
    'search',
    'unitSearch',
    'unitChosen',
    'unitOther',
    'unitTop',
    'noUnits',
    'below',
    'searching',
    'room',
    'noScriptUnit',
    'filePreview',
    'unitFailed',
  ],
  draw(drawn) {
    const { question, id, problem } = drawn;
    const wrong = problem && (/^(room|text)-/.test(problem.code) ? 'room' : 'unit');
    const idOf = partIds(id, ['unit', 'room'], wrong);
    const part = (one: 'unit' | 'room') => ({ ...drawn, id: idOf(one), invalid: wrong === one });
    return (
      <>
        <div class={wrong === 'unit' ? undefined : 'fine'}>
          {scripted ? <Finder {...part('unit')} /> : <UnitUnscripted {...part('unit')} />}
        </div>
        {question.room && (scripted || offersUnit(drawn)) && <Room {...part('room')} />}
      </>
    );
  },
};

function Room({ question, values, set, id, invalid }: Drawn<Unit>) {
  const name = formName(question, 'room');
  return (
    <div class={invalid ? undefined : 'fine'}>
      <label class="room" for={id}>
        {question.roomHint ?? say('room')}
      </label>
      <input
        id={id}
        class="short"
        name={name}
        value={first(values, name)}
        autocomplete="off"
        aria-invalid={invalid || undefined}
        onInput={(event) => set(name, [event.currentTarget.value])}
      />
    </div>
  );
}

/** Milliseconds without a key before it is searched for. */
const pause = 300;

function Finder({ question, values, set, id, at, describedBy, invalid }: Drawn<Unit>) {
  const chosen = formName(question);
  const name = formName(question, 'name');
  const [again, setAgain] = useState(false);
  const open = again || first(values, chosen) === '';
  const [words, setWords] = useState('');
  const [parent, setParent] = useState<string>();
  const [found, setFound] = useState<readonly FillUnit[] | 'wait' | 'failed'>('wait');
  const wanted = question.kind ?? 'building';
  useEffect(() => {
    if (!open || !at) return;
    let left = false;
    setFound('wait');
    const query = words.trim()
      ? `search=${encodeURIComponent(words.trim())}`
      : parent
        ? `parent=${parent}`
        : '';
    const timer = setTimeout(
      () =>
        fetch(`/api/fill/${at.slug}/units?${query}`)
          .then((reply) => reply.json() as Promise<{ units: FillUnit[] }>)
          .then(
            ({ units }) => left || setFound(units),
            () => left || setFound('failed'),
          ),
      words ? pause : 0,
    );
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [open, words, parent]);
  const take = (unit: FillUnit) => {
    if (unit.kind !== wanted && unit.children > 0) {
      setWords('');
      return setParent(unit.id);
    }
    set(chosen, [unit.id]);
    set(name, [`${unit.above} ${unit.name}`.trim()]);
    setAgain(false);
    setWords('');
    // What was pressed is gone once this is drawn: the focus stays here, beside what says the choice.
    queueMicrotask(() => document.getElementById(id)?.focus());
  };
  if (!at) return <p class="notice">{say('filePreview')}</p>;
  if (!open)
    return (
      <div class="notice">
        <p>{say('unitChosen', { name: first(values, name) })}</p>
        <button type="button" id={id} onClick={() => setAgain(true)}>
          {say('unitOther')}
        </button>
      </div>
    );
  return (
    <>
      <label class="away" for={id}>
        {say('unitSearch')}
      </label>
      <input
        type="search"
        id={id}
        value={words}
        placeholder={say('unitSearch')}
        autocomplete="off"
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      <div aria-live="polite">
        {found === 'wait' ? (
          <p class="hint late-sign">{say('searching')}</p>
        ) : found === 'failed' ? (
          <p class="wrong">{say('unitFailed')}</p>
        ) : found.length === 0 ? (
          <p class="hint">{say('noUnits')}</p>
        ) : (
          <ul class="rows">
            {found.map((unit) => (
              <li key={unit.id}>
                <button type="button" class="row" onClick={() => take(unit)}>
                  <span>
                    {unit.name}{' '}
                    <small>
                      {unit.kind !== wanted && unit.children > 0
                        ? say('below', { n: unit.children })
                        : unit.above}
                    </small>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
        {parent && !words && (
          <button type="button" class="plain" onClick={() => setParent(undefined)}>
            ‹ {say('unitTop')}
          </button>
        )}
      </div>
    </>
  );
}
