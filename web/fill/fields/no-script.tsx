// What a page without a script says of a question that needs one; what was given before is carried along.
import type { Values } from '../../../schema/api/page.ts';
import { own } from '../values.ts';
import { say } from '../words.ts';

export const NoScript = ({ id, name, values }: { id: string; name: string; values: Values }) => (
  <>
    <p class="notice" id={id} tabindex={-1}>
      {say('noScriptFile')}
    </p>
    {(own(values, name) ?? []).map((value) => (
      <input key={value} type="hidden" name={name} value={value} />
    ))}
  </>
);
