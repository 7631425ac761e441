// Own text and translation side by side, text by text.
import { useState } from 'preact/hooks';
import type { Definition } from '../../../../schema/form/definition.ts';
import { pipesIn } from '../../../../schema/logic/pipe.ts';
import type { Tongue } from '../../../../schema/words/tongues.ts';
import { Button } from '../../../ui/button.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { t as ui } from '../../../ui/words/ui.ts';
import { tokensOf } from '../pipes/tokens.ts';
import { type Placed, placedTexts } from './places.ts';
import { longest, sharedOut, translated, translationOf } from './table.ts';
import { t } from './words.ts';

/** So many rows are drawn at first: a form may have thousands of texts. */
const step = 100;

export function TranslationList(props: {
  definition: Definition;
  tongue: Tongue;
  change: (definition: Definition, group?: string) => void;
}) {
  const { definition, tongue, change } = props;
  // What was blank when this was asked for: a row does not go away under the writer's hand.
  const [blanks, setBlanks] = useState<ReadonlySet<string>>();
  const [shown, setShown] = useState(step);
  const texts = placedTexts(definition);
  const isBlank = ({ address }: Placed) => translationOf(definition, tongue, address).trim() === '';
  const done = texts.filter((one) => !isBlank(one)).length;
  const rows = blanks ? texts.filter(({ address }) => blanks.has(address)) : texts;
  return (
    <>
      <p role="status">
        <b class="figures">{t('progress', { n: done, m: texts.length })}</b>
      </p>
      <Choice
        kind="box"
        checked={blanks !== undefined}
        onChange={(on) =>
          setBlanks(on ? new Set(texts.filter(isBlank).map(({ address }) => address)) : undefined)
        }
        label={t('onlyBlank')}
      />
      {rows.length === 0 && <p>{t('allDone')}</p>}
      <ol class="bare translations">
        {rows.slice(0, shown).map((row) => (
          <Row
            key={row.address}
            row={row}
            definition={definition}
            tongue={tongue}
            onChange={(text) =>
              change(translated(definition, tongue, row.address, text), `${tongue} ${row.address}`)
            }
            onDone={() => change(sharedOut(definition, tongue, row.address), `${tongue} ${row.address}`)}
          />
        ))}
      </ol>
      {rows.length > shown && (
        <div>
          <Button kind="outlined" onClick={() => setShown(shown + step)}>
            {ui('more')}
          </Button>
        </div>
      )}
    </>
  );
}

const marks = (text: string) =>
  pipesIn(text)
    .map(({ id }) => id)
    .sort()
    .join();

function Row(props: {
  row: Placed;
  definition: Definition;
  tongue: Tongue;
  onChange: (text: string) => void;
  onDone: () => void;
}) {
  const { row, definition, tongue } = props;
  const tokens = tokensOf(definition);
  const kept = translationOf(definition, tongue, row.address);
  const shown = tokens.show(kept);
  const id = `t-${row.address}`;
  const differs = kept.trim() !== '' && marks(kept) !== marks(row.text);
  return (
    <li>
      <label for={id}>
        <span class="note dim">{row.where}</span>
        <span class="own">{tokens.show(row.text)}</span>
      </label>
      <div>
        <textarea
          id={id}
          class="input"
          lang={tongue}
          rows={row.text.length > 60 ? 3 : 1}
          placeholder={t('translation')}
          value={shown}
          maxLength={longest + shown.length - kept.length}
          aria-invalid={differs ? 'true' : undefined}
          aria-describedby={differs ? `${id}-differs` : undefined}
          onInput={(event) => props.onChange(tokens.keep(event.currentTarget.value, row.text))}
          onChange={props.onDone}
        />
        {differs && (
          <p class="field-error" id={`${id}-differs`}>
            {t('tokensDiffer')}
          </p>
        )}
      </div>
    </li>
  );
}
