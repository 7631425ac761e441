// The building code, typed in.
import { say } from '../words.ts';

/** `wrong`: what was typed before and is no code. */
export function CodeForm({ wrong }: { wrong?: string }) {
  return (
    <form method="get" action="/b" class={wrong === undefined ? undefined : 'invalid'}>
      <p id="code-help">{say(wrong === undefined ? 'landingScan' : 'codeWrong')}</p>
      <label for="code">{say('buildingCode')}</label>
      <div class="with-button">
        <input
          class="code"
          id="code"
          name="code"
          value={wrong}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-describedby="code-help"
          aria-invalid={wrong === undefined ? undefined : true}
        />
        <button type="submit">{say('open')}</button>
      </div>
    </form>
  );
}
