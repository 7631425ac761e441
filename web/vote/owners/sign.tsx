// The signature under an owner's ballot, and who helped. The picture is made as small as a paper stamp needs.
import { useState } from 'preact/hooks';
import { signatureMost } from '../../../schema/elections/owner-vote.ts';
import { inkSize, useInk } from '../../fill/fields/ink.tsx';
import '../../fill/fields/signature.css';
import { Heading } from './heading.tsx';
import { t } from './words.ts';

export interface Signed {
  /** PNG in base64 */
  signature: string;
  assistant: string;
}

/** Smaller and smaller until it may be sent; undefined when it never may. */
function pictureOf(canvas: HTMLCanvasElement): string | undefined {
  for (const width of [600, 450, 300]) {
    const small = document.createElement('canvas');
    small.width = width;
    small.height = Math.round((width * inkSize.height) / inkSize.width);
    small.getContext('2d')?.drawImage(canvas, 0, 0, small.width, small.height);
    const base64 = small.toDataURL('image/png').split(',')[1] ?? '';
    if (base64.length * 0.75 <= signatureMost) return base64;
  }
  return undefined;
}

export function Sign(props: {
  before: Signed | undefined;
  onSigned: (signed: Signed) => void;
  onBack: () => void;
}) {
  const ink = useInk('');
  const [typed, setTyped] = useState('');
  const [assistant, setAssistant] = useState(props.before?.assistant ?? '');
  const [wrong, setWrong] = useState('');
  const done = () => {
    const canvas = ink.canvas.current;
    if (!canvas || !ink.written) return setWrong(t('needSign'));
    const signature = pictureOf(canvas);
    if (!signature) return setWrong(t('tooLarge'));
    props.onSigned({ signature, assistant: assistant.trim() });
  };
  return (
    <>
      <Heading>{t('sign')}</Heading>
      <p>{t('signHow')}</p>
      {ink.box}
      {wrong && !ink.written && (
        <p class="wrong" role="alert">
          <span aria-hidden="true">▲ </span>
          {wrong}
        </p>
      )}
      <button type="button" disabled={!ink.written} onClick={ink.clear}>
        {t('clear')}
      </button>
      <label class="typed" for="signed-name">
        {t('typeName')}
      </label>
      <div class="with-button">
        <input
          id="signed-name"
          value={typed}
          maxLength={30}
          autocomplete="name"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="button" disabled={typed.trim() === ''} onClick={() => ink.write(typed)}>
          {t('useName')}
        </button>
      </div>
      <label class="typed" for="assistant">
        {t('helper')}
      </label>
      <input
        id="assistant"
        value={assistant}
        maxLength={40}
        autocomplete="off"
        onInput={(event) => setAssistant(event.currentTarget.value)}
      />
      <button type="button" class="primary" onClick={done}>
        {t('toCheck')}
      </button>
      <button type="button" class="plain" onClick={props.onBack}>
        {t('back')}
      </button>
    </>
  );
}
