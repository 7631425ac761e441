// What is said of a candidate: a name as it stands on the ballot, and a line that tells nothing private.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { isName, personMost, tellsTooMuch, tidyName } from '../../../schema/elections/person.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { t } from './words.ts';

export function PersonFields(props: {
  busy: boolean;
  verb: string;
  start: { name: string; line: string };
  onSend: (person: { name: string; line: string }) => void;
  children?: ComponentChildren;
}) {
  const [name, setName] = useState(props.start.name);
  const [line, setLine] = useState(props.start.line);
  const [tried, setTried] = useState(false);
  const right = { name: isName(tidyName(name)), line: !tellsTooMuch(line) };
  return (
    <form
      class="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (right.name && right.line) props.onSend({ name: tidyName(name), line: line.trim() });
      }}
    >
      <TextField
        label={t('name')}
        maxLength={personMost.name}
        value={name}
        onInput={setName}
        error={tried && !right.name ? t(name.trim() === '' ? 'nameMissing' : 'nameWrong') : undefined}
      />
      <TextField
        label={t('line')}
        hint={t('lineHint')}
        optional
        maxLength={personMost.line}
        value={line}
        onInput={setLine}
        error={tried && !right.line ? t('lineWrong') : undefined}
      />
      {props.children}
      <div>
        <Button small type="submit" kind="outlined" busy={props.busy}>
          {props.verb}
        </Button>
      </div>
    </form>
  );
}
