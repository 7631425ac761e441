// On the way: what is happening, in a sentence, and a button for those who do not want to wait.
import { say } from '../words.ts';
import type { Progress } from './use-sending.ts';

interface Props {
  progress: Progress;
  again(): void;
  takeBack(): void;
}

function sentence(progress: Progress): string {
  if (progress.is === 'sending') return say('sending');
  if (progress.is === 'waiting') return say('waiting', { seconds: progress.seconds });
  if (progress.is === 'silent') return say('unknownSent');
  return say(progress.kept ? 'offline' : 'offlineNoStore');
}

export function Waiting({ progress, again, takeBack }: Props) {
  return (
    <div class="notice">
      <p role="status">{sentence(progress)}</p>
      {progress.is === 'sending' && <p>{say('sendingKeep')}</p>}
      {progress.is !== 'sending' && (
        <button type="button" class="primary" onClick={again}>
          {say('sendNow')}
        </button>
      )}
      {progress.is === 'offline' && !progress.tried && (
        <button type="button" class="plain" onClick={takeBack}>
          {say('editInstead')}
        </button>
      )}
    </div>
  );
}
