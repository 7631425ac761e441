// Deleting what other places go by: they are named first, and it is still one press more. What nothing goes by is deleted
// at once; either way it can be undone.
import { useId, useState } from 'preact/hooks';
import type { Definition } from '../../../schema/form/definition.ts';
import { Button } from '../../ui/button.tsx';
import { focusSoon } from './focus.ts';
import { referenceWords, t } from './reference-words.ts';
import { referencesFrom } from './references.ts';

const titles = { question: 'usedTitle', page: 'usedPage', ending: 'usedEnding' } as const;

export function RemoveButton(props: {
  /** what is deleted together */
  ids: readonly string[];
  /** of the button */
  id?: string;
  kind: keyof typeof titles;
  definition: Definition;
  label: string;
  disabled?: boolean;
  onRemove: () => void;
}) {
  const { definition, onRemove } = props;
  const [asking, setAsking] = useState(false);
  const fresh = useId();
  const button = props.id ?? fresh;
  // Asked when it is pressed, and while the answer stands: the button is drawn with every key that is typed.
  const usedNow = () => referencesFrom(definition, props.ids);
  const used = asking ? usedNow() : [];
  return (
    <>
      <Button
        small
        id={button}
        disabled={props.disabled ?? false}
        expanded={asking || undefined}
        onClick={() => {
          if (asking) setAsking(false);
          else if (usedNow().length > 0) setAsking(true);
          else onRemove();
        }}
      >
        {props.label}
      </Button>
      {used.length > 0 && (
        <div class="error-summary stack tight used" role="alert">
          <p>{t(titles[props.kind])}</p>
          <ul>
            {used.map((reference) => {
              const words = referenceWords(reference, definition);
              return <li key={words}>{words}</li>;
            })}
          </ul>
          <div class="line">
            <Button small kind="danger" onClick={onRemove}>
              {t('removeAll')}
            </Button>
            <Button
              small
              onClick={() => {
                setAsking(false);
                focusSoon(button);
              }}
            >
              {t('keep')}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
