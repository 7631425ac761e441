// 手写签名: a box to write in with a finger. For those who cannot, their typed name is drawn as a picture.
import { useEffect, useRef, useState } from 'preact/hooks';
import { formName } from '../../../schema/fields/field.ts';
import { unsent } from '../../../schema/fields/files.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { put } from '../live/upload.ts';
import { say } from '../words.ts';
import { type Control, type Drawn, scripted } from './control.ts';
import { FileList, fileWords, idsIn } from './file-list.tsx';
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

/** Of the picture, whatever the size of the box on screen. */
const [width, height] = [900, 420];

function Pad(drawn: Drawn<Signature>) {
  const { question, set, at, id, describedBy, invalid } = drawn;
  const name = formName(question);
  const canvas = useRef<HTMLCanvasElement>(null);
  /** where the finger was last */
  const from = useRef<readonly [number, number]>([0, 0]);
  const [drawnOn, setDrawnOn] = useState(false);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState('');
  const ids = idsIn(drawn, name);
  const pen = () => {
    const context = canvas.current?.getContext('2d') ?? undefined;
    if (context)
      Object.assign(context, {
        lineWidth: 6,
        lineCap: 'round',
        lineJoin: 'round',
        strokeStyle: '#111',
        fillStyle: '#111',
      });
    return context;
  };
  const clear = () => {
    const context = pen();
    if (context) {
      context.fillStyle = '#fff';
      context.fillRect(0, 0, width, height);
    }
    setDrawnOn(false);
  };
  useEffect(clear, [ids.length]);
  const spot = (event: PointerEvent) => {
    const box = canvas.current?.getBoundingClientRect();
    return box
      ? ([
          ((event.clientX - box.left) / box.width) * width,
          ((event.clientY - box.top) / box.height) * height,
        ] as const)
      : ([0, 0] as const);
  };
  const line = (event: PointerEvent) => {
    const context = pen();
    if (!context) return;
    const to = spot(event);
    context.beginPath();
    context.moveTo(...from.current);
    context.lineTo(...to);
    context.stroke();
    from.current = to;
    setDrawnOn(true);
  };
  const keep = () =>
    canvas.current?.toBlob((picture) => {
      if (!picture) return;
      if (!at) return setWrong(say('filePreview'));
      set(name, [unsent + put(at, question.id, picture, '').id]);
    }, 'image/png');
  const write = () => {
    const context = pen();
    if (!context || typed.trim() === '') return;
    clear();
    context.fillStyle = '#111';
    context.font = `${Math.min(140, (width - 60) / Math.max(1, typed.length))}px cursive`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(typed.trim(), width / 2, height / 2, width - 40);
    keep();
  };
  if (ids.length > 0) return <FileList drawn={drawn} name={name} called={say('signIs')} wide id={id} />;
  return (
    <>
      <div aria-hidden="true">
        <canvas
          ref={canvas}
          class="pad"
          width={width}
          height={height}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            // A touch that does not move leaves a dot: names have some.
            from.current = spot(event);
            line(event);
          }}
          onPointerMove={(event) => {
            if (event.buttons !== 0) line(event);
          }}
        />
      </div>
      {wrong && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
      <div class="tools">
        <button type="button" disabled={!drawnOn} onClick={keep}>
          {say('signDone')}
        </button>
        <button type="button" disabled={!drawnOn} onClick={clear}>
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
