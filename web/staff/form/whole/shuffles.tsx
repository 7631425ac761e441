// Questions in random order, group by group.
import { useId } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { Choice } from '../../../ui/choice.tsx';
import type { Builder } from '../builder.ts';
import { focusSoon } from '../focus.ts';
import { called } from '../logic/names.ts';
import { choicesOf } from '../numbering.ts';
import { free, groupAdded, groupRemoved, ticked } from './shuffling.ts';
import { t } from './words.ts';

export const shuffleWords = ({ definition }: Builder): string[] =>
  (definition.shuffle ?? []).map((group) =>
    t('shuffle-says', { list: group.map((id) => called(definition, id)).join(t('listed')) }),
  );

export function Shuffles({ builder }: { builder: Builder }) {
  const { definition, change } = builder;
  const add = useId();
  const more = groupAdded(definition);
  return (
    <>
      <p class="note">{t('shufflesHint')}</p>
      {(definition.shuffle ?? []).map((group, index) => {
        const n = index + 1;
        return (
          <fieldset class="rule" key={`${index}`}>
            <legend class="field-label">{t('shuffleN', { n })}</legend>
            <p class="note">{t('shuffleLeast')}</p>
            {choicesOf(definition, free(definition, group)).map(({ value, label }) => (
              <Choice
                key={value}
                kind="box"
                checked={group.includes(value)}
                disabled={group.length <= 2 && group.includes(value)}
                onChange={(on) => change(ticked(definition, index, value, on))}
                label={label}
              />
            ))}
            <div>
              <Button
                small
                onClick={() => {
                  change(groupRemoved(definition, index));
                  focusSoon(add);
                }}
              >
                {t('removeShuffle', { n })}
              </Button>
            </div>
          </fieldset>
        );
      })}
      {more ? (
        <div>
          <Button small kind="outlined" id={add} onClick={() => change(more)}>
            {t('addShuffle')}
          </Button>
        </div>
      ) : (
        !definition.shuffle && <p class="note">{t('noShuffle')}</p>
      )}
    </>
  );
}
