// The front door: what this is, and the way in for residents and for staff.
import { say } from '../words.ts';

export function LandingPageView() {
  return (
    <>
      <h1>{say('landingTitle')}</h1>
      <p>{say('landingText')}</p>
      <form method="get" action="/b">
        <p id="code-help">{say('landingScan')}</p>
        <label for="code">{say('buildingCode')}</label>
        <div class="with-button">
          <input
            class="code"
            id="code"
            name="code"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            aria-describedby="code-help"
          />
          <button type="submit">{say('open')}</button>
        </div>
      </form>
      <div class="rows">
        <a class="row" href="/r">
          {say('findReceipt')}
        </a>
        <a class="row" href="/staff/">
          {say('staffSignIn')}
        </a>
      </div>
    </>
  );
}
