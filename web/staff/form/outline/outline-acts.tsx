// What can be done with the rows that are marked.
import { Button } from '../../../ui/button.tsx';
import type { Builder } from '../builder.ts';
import { RemoveButton } from '../remove-button.tsx';
import { t as form } from '../words.ts';
import { t } from './words.ts';

export const removeId = 'outline-remove';

export function OutlineActs(props: {
  /** with all that is folded into them */
  ids: readonly string[];
  builder: Builder;
  onMove: (by: -1 | 1) => void;
  onDone: () => void;
}) {
  const { ids, builder } = props;
  const none = ids.length === 0;
  return (
    <fieldset class="outline-acts">
      <legend class="note">{t('marked', { n: ids.length })}</legend>
      <Button small label={t('markedUp')} disabled={none} onClick={() => props.onMove(-1)}>
        ↑
      </Button>
      <Button small label={t('markedDown')} disabled={none} onClick={() => props.onMove(1)}>
        ↓
      </Button>
      <Button
        small
        disabled={none}
        onClick={() => {
          builder.copy(ids);
          props.onDone();
        }}
      >
        {form('copy')}
      </Button>
      <RemoveButton
        id={removeId}
        ids={ids}
        disabled={none}
        kind="question"
        definition={builder.definition}
        label={form('remove')}
        onRemove={() => {
          builder.remove(ids);
          props.onDone();
        }}
      />
      <Button small onClick={props.onDone}>
        {t('unmark')}
      </Button>
    </fieldset>
  );
}
