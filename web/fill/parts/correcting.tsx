// What stands around a correction: what it is, and for staff the way back and the reason.
import type { Correction } from '../../../schema/api/page.ts';
import { say } from '../words.ts';

export const correctingWords = [
  'correcting',
  'correctingAnswer',
  'backToAnswer',
  'reason',
  'reasonHint',
  'reasonMissing',
] as const;
export const reasonId = 'reason';

export const Correcting = ({ correction }: { correction: Correction | undefined }) => (
  <>
    {correction?.staff && (
      <p>
        <a href={correction.staff.back}>‹ {say('backToAnswer')}</a>
      </p>
    )}
    <h2>{say(correction?.staff ? 'correctingAnswer' : 'correcting')}</h2>
  </>
);

export function Reason({ reason, missing }: { reason: string; missing: boolean }) {
  return (
    <div class={missing ? 'question invalid' : 'question'}>
      <h2>
        <label for={reasonId}>{say('reason')}</label>
      </h2>
      <p class="hint" id={`${reasonId}--h`}>
        {say('reasonHint')}
      </p>
      {missing && (
        <p class="wrong" id={`${reasonId}--e`}>
          {say('reasonMissing')}
        </p>
      )}
      <input
        id={reasonId}
        name=".reason"
        defaultValue={reason}
        maxLength={200}
        autocomplete="off"
        aria-describedby={missing ? `${reasonId}--h ${reasonId}--e` : `${reasonId}--h`}
        aria-invalid={missing || undefined}
      />
    </div>
  );
}
