// 位置: asked of the phone only when its owner presses the button; what will be sent is shown, and can be taken back.
import { useState } from 'preact/hooks';
import { formName } from '../../../schema/fields/field.ts';
import { decimalsOf } from '../../../schema/fields/location.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { first } from '../values.ts';
import { say } from '../words.ts';
import { type Control, type Drawn, scripted } from './control.ts';
import './location.css';

type Location = QuestionOf<'location'>;

export const control: Control<Location> = {
  frame: 'group',
  says: [
    'placeCoarse',
    'placeExact',
    'placeTake',
    'placeWait',
    'placeDenied',
    'placeIs',
    'placeAgain',
    'placeClear',
    'noScriptPlace',
    'noScriptPlaceAsked',
    'filePreview',
  ],
  hint: ({ exact }) => say(exact ? 'placeExact' : 'placeCoarse'),
  draw: (drawn) => (scripted ? <Place {...drawn} /> : <Unasked {...drawn} />),
};

const Unasked = ({ question, values, id }: Drawn<Location>) => (
  <>
    <p class="notice" id={id} tabindex={-1}>
      {say(question.required ? 'noScriptPlaceAsked' : 'noScriptPlace')}
    </p>
    <input type="hidden" name={formName(question)} value={first(values, formName(question))} />
  </>
);

function Place({ question, values, set, id, describedBy }: Drawn<Location>) {
  const name = formName(question);
  const held = first(values, name);
  const [state, setState] = useState<'waiting' | 'denied'>();
  const ask = () => {
    if (!navigator.geolocation) return setState('denied');
    setState('waiting');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const decimals = decimalsOf(question);
        const parts = [coords.latitude.toFixed(decimals), coords.longitude.toFixed(decimals)];
        // Rounded before anything is kept: the exact place never leaves the phone unless it is asked for.
        if (question.exact) parts.push(String(Math.round(coords.accuracy)));
        set(name, [parts.join(' ')]);
        setState(undefined);
      },
      () => setState('denied'),
      { enableHighAccuracy: question.exact === true, timeout: 20_000, maximumAge: 60_000 },
    );
  };
  return (
    <>
      {held !== '' && (
        <p class="notice" role="status">
          {say('placeIs', { place: held.split(' ').slice(0, 2).join(', ') })}
        </p>
      )}
      <div class="tools">
        <button
          type="button"
          class="take-place"
          id={id}
          aria-describedby={describedBy}
          disabled={state === 'waiting'}
          onClick={ask}
        >
          {say(state === 'waiting' ? 'placeWait' : held === '' ? 'placeTake' : 'placeAgain')}
        </button>
        {held !== '' && (
          <button type="button" onClick={() => set(name, [])}>
            {say('placeClear')}
          </button>
        )}
      </div>
      {state === 'denied' && (
        <p class="wrong" role="alert">
          {say('placeDenied')}
        </p>
      )}
    </>
  );
}
