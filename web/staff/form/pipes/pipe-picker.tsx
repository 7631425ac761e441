// Which earlier answer goes into a text, and what stands there for those who did not give it.
import { useState } from 'preact/hooks';
import type { Definition, Question } from '../../../../schema/form/definition.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { choicesOf } from '../numbering.ts';
import { t } from './words.ts';

export function PipePicker(props: {
  definition: Definition;
  sources: readonly Question[];
  onPick: (id: string, otherwise: string) => void;
}) {
  const { sources } = props;
  const [id, setId] = useState(sources.at(-1)?.id ?? '');
  const [otherwise, setOtherwise] = useState('');
  return (
    <div class="rule">
      <Select label={t('which')} value={id} options={choicesOf(props.definition, sources)} onChange={setId} />
      <TextField
        label={t('otherwise')}
        optional
        maxLength={40}
        placeholder={t('otherwiseHint')}
        value={otherwise}
        onInput={setOtherwise}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          props.onPick(id, otherwise);
        }}
      />
      <div>
        <Button small kind="outlined" onClick={() => props.onPick(id, otherwise)}>
          {t('put')}
        </Button>
      </div>
    </div>
  );
}
