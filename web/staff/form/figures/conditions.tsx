// Blocks of a figure with conditions inside: how many of several hold, and one figure or another.
import { useId } from 'preact/hooks';
import type { Condition } from '../../../../schema/logic/shapes.ts';
import { Button } from '../../../ui/button.tsx';
import { spliced } from '../edits.ts';
import { focusSoon } from '../focus.ts';
import { ConditionEditor } from '../logic/condition-editor.tsx';
import { firstLeaf } from '../logic/leaves.ts';
import { FigureEditor, type FigureProps } from './figure-editor.tsx';
import type { FigureOf } from './kinds.ts';
import { t } from './words.ts';

/** Two blocks and a condition's lists take the room of the figures that a comparison would bring along. */
const roomInside = (room: number) => Math.max(0, Math.min(1, room - 2));

export function Conditions({ count, ...props }: FigureProps & { count: readonly Condition[] }) {
  const put = (next: readonly Condition[]) => {
    if (next.length > 0) props.onChange({ count: [...next] });
  };
  const add = useId();
  const [first] = props.sources;
  return (
    <>
      {count.map((condition, index) => {
        const n = index + 1;
        return (
          <fieldset class="part" key={`${index}`}>
            <legend class="field-label">{t('conditionN', { n })}</legend>
            <ConditionEditor
              definition={props.definition}
              sources={props.sources}
              room={roomInside(props.room)}
              condition={condition}
              onChange={(next) => put(spliced(count, index, 1, ...(next ? [next] : [])))}
            />
            {count.length > 1 && (
              <div>
                <Button
                  small
                  onClick={() => {
                    put(spliced(count, index, 1));
                    focusSoon(add);
                  }}
                >
                  {t('removeCondition', { n })}
                </Button>
              </div>
            )}
          </fieldset>
        );
      })}
      {first && (
        <div>
          <Button small kind="outlined" id={add} onClick={() => put([...count, firstLeaf(first)])}>
            {t('addCondition')}
          </Button>
        </div>
      )}
    </>
  );
}

export function IfHolds({ figure, ...props }: FigureProps & { figure: FigureOf<'if'> }) {
  const { onChange } = props;
  const [first] = props.sources;
  return (
    <>
      <fieldset class="part">
        <legend class="field-label">{t('ifHolds')}</legend>
        <ConditionEditor
          definition={props.definition}
          sources={props.sources}
          room={roomInside(props.room)}
          condition={figure.if}
          onChange={(next) => {
            const condition = next ?? (first && firstLeaf(first));
            if (condition) onChange({ ...figure, if: condition });
          }}
        />
      </fieldset>
      {(['yes', 'no'] as const).map((which) => (
        <FigureEditor
          {...props}
          key={which}
          room={props.room - 1}
          label={t(which)}
          figure={figure[which]}
          onChange={(next) => onChange({ ...figure, [which]: next })}
        />
      ))}
    </>
  );
}
