// The front door: what this is, and the way in for residents and for staff.
import { CodeForm } from '../parts/code-form.tsx';
import { say } from '../words.ts';

export function LandingPageView() {
  return (
    <>
      <h1>{say('landingTitle')}</h1>
      <p>{say('landingText')}</p>
      <CodeForm />
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
