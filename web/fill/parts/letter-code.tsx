// The code of the letter, where a run is answered by letter: typed at the end, or brought by the letter's own page.
import { say } from '../words.ts';

/** of its field, and of where the letter's own page leaves the code for this window */
export const letterName = '.letter';

export const LetterCode = ({ code, set }: { code: string; set?: (code: string) => void }) => (
  <div class="question">
    <label for="letter">{say('letterCode')}</label>
    <p class="hint" id="letter-help">
      {say('letterHelp')}
    </p>
    <input
      class="code"
      id="letter"
      name={letterName}
      value={code}
      maxLength={60}
      autocomplete="off"
      aria-describedby="letter-help"
      onInput={set && ((event) => set(event.currentTarget.value))}
    />
  </div>
);
