// For whom the form is not meant: the author's words, and that nothing is kept.
import type { End } from '../../../schema/form/compile.ts';
import { say } from '../words.ts';

export const Refused = ({ end }: { end: End }) => (
  <>
    <h1 tabIndex={-1} id="top">
      {end.title}
    </h1>
    {end.text && <p class="lines">{end.text}</p>}
    <p class="notice">{say('notMeant')}</p>
  </>
);
