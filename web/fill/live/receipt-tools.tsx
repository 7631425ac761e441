// Copy the receipt number; save it as a picture (held with a finger inside WeChat, where nothing can be downloaded).
import { useState } from 'preact/hooks';
import { clockWords, dayWords } from '../dates.ts';
import { say } from '../words.ts';

export interface ReceiptFacts {
  receipt: string;
  title: string;
  unit: string;
  at: number;
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Old web-views have no clipboard but know the old way.
    const field = document.createElement('textarea');
    field.value = text;
    field.setAttribute('readonly', '');
    field.className = 'away';
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}

export function ReceiptTools(facts: ReceiptFacts) {
  const [copied, setCopied] = useState<boolean>();
  const [picture, setPicture] = useState<string>();
  const { receipt, title, unit, at } = facts;
  const draw = async () => {
    try {
      // A file of its own: few draw it, and everybody would have to load it.
      const { receiptPicture } = await import('./receipt-picture.ts');
      const lines = [title, unit, `${dayWords(at, at)} ${clockWords(at)}`];
      setPicture(receiptPicture(lines, say('receipt'), receipt));
    } catch {
      setCopied(false);
    }
  };
  return (
    <>
      <div class="tools">
        <button type="button" onClick={async () => setCopied(await copy(receipt))}>
          {say('copy')}
        </button>
        <button type="button" onClick={draw}>
          {say('picture')}
        </button>
      </div>
      <p role="status" class="hint">
        {copied !== undefined && say(copied ? 'copied' : 'copyFailed')}
      </p>
      {picture && (
        <figure>
          <figcaption>{say('pictureHelp')}</figcaption>
          <a href={picture} download={`${receipt}.png`}>
            <img src={picture} alt={say('pictureAlt', { receipt })} />
          </a>
        </figure>
      )}
    </>
  );
}
