// 手写签名: a box to write in with a finger. For those who cannot, their typed name is drawn as a picture.
import { useState } from 'preact/hooks';
import { formName } from '../../../schema/fields/field.ts';
import { unsent } from '../../../schema/fields/files.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { put } from '../live/upload.ts';
import { say } from '../words.ts';
import { type Control, type Drawn, scripted } from './control.ts';
import { FileList, fileWords, idsIn } from './file-list.tsx';
import { useInk } from './ink.tsx';
import { NoScript } from './no-script.tsx';
import './signature.css';

type Signature = QuestionOf<'signature'>;

export const control: Control<Signature> = {
  frame: 'group',
  says: [
    'signHere',
    'signDone',
    'signClear',
    'signTyped',
    'signTypedDo',
    'signIs',
    'noScriptFile',
    ...fileWords,
  ],
  hint: () => (scripted ? say('signHere') : undefined),
  draw: (drawn) =>
    scripted ? (
      <Pad {...drawn} />
    ) : (
      <NoScript id={drawn.id} name={formName(drawn.question)} values={drawn.values} />
    ),
};

function Pad(drawn: Drawn<Signature>) {
  const { question, set, at, id, describedBy, invalid } = drawn;
  const name = formName(question);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState('');
  const ids = idsIn(drawn, name);
  const ink = useInk(ids.length);
  const keep = () =>
    ink.canvas.current?.toBlob((picture) => {
      if (!picture) return;
      if (!at) return setWrong(say('filePreview'));
      set(name, [unsent + put(at, question.id, picture, '').id]);
    }, 'image/png');
  const write = () => {
    ink.write(typed);
    keep();
  };
  if (ids.length > 0) return <FileList drawn={drawn} name={name} called={say('signIs')} wide id={id} />;
  return (
    <>
      {ink.box}
      {wrong && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
      <div class="tools">
        <button type="button" disabled={!ink.written} onClick={keep}>
          {say('signDone')}
        </button>
        <button type="button" disabled={!ink.written} onClick={ink.clear}>
          {say('signClear')}
        </button>
      </div>
      <label class="typed" for={id}>
        {say('signTyped')}
      </label>
      <div class="with-button">
        <input
          id={id}
          value={typed}
          autocomplete="name"
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="button" disabled={typed.trim() === ''} onClick={write}>
          {say('signTypedDo')}
        </button>
      </div>
    </>
  );
}
