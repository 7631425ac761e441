// What found no place in the form: each piece with its line, which a press selects in the text, and all of it to be copied.
import type { Unplaced } from '../../../../schema/form/reading.ts';
import { Button } from '../../../ui/button.tsx';
import { useCopy } from '../../copy-text.tsx';
import { t } from './words.ts';

/** So many are shown; a page of more is read by nobody, and all of them can be copied. */
const shown = 200;

export const unplacedId = 'unplaced';

export function UnplacedList(props: {
  list: readonly Unplaced[];
  /** absent where the text itself is not on the page */
  onLine?: ((line: number) => void) | undefined;
  /** false where numbers of lines say nothing */
  lines?: boolean;
}) {
  const { list, onLine, lines = true } = props;
  const { copy, said } = useCopy(list.map((one) => one.text).join('\n'));
  if (list.length === 0) return <p>● {t('allPlaced')}</p>;
  return (
    <section class="stack tight unplaced" id={unplacedId}>
      <h2>▲ {t('unplaced', { n: list.length })}</h2>
      <p class="note">{t(onLine ? 'unplacedHint' : 'unplacedFile')}</p>
      <ul class="bare">
        {list.slice(0, shown).map((one, index) => {
          const place = [lines && t('line', { line: one.line }), one.column].filter(Boolean).join(' · ');
          const words = (
            <>
              <span class="dim figures">{place}</span> {one.text.slice(0, 200)}
            </>
          );
          return (
            <li key={`${one.line} ${index}`}>
              {onLine ? (
                <button type="button" onClick={() => onLine(one.line)}>
                  {words}
                </button>
              ) : (
                words
              )}
            </li>
          );
        })}
      </ul>
      {list.length > shown && <p class="note">{t('unplacedMore', { n: list.length - shown })}</p>}
      <div class="line">
        <Button kind="outlined" onClick={copy}>
          {t('copy')}
        </Button>
        <span class="note" role="status">
          {said}
        </span>
      </div>
    </section>
  );
}
