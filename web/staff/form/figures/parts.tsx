// The parts that are added up, averaged or compared: one by one, or several questions at once.
import { useId, useState } from 'preact/hooks';
import type { Expression } from '../../../../schema/logic/shapes.ts';
import { Button } from '../../../ui/button.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { spliced } from '../edits.ts';
import { focusSoon } from '../focus.ts';
import { NumberSetting } from '../types/settings-fields.tsx';
import { FigureEditor, type FigureProps } from './figure-editor.tsx';
import { figureWords } from './figure-words.ts';
import { figureFrom, freshFigure, questionsThatGive, rowsThatGive, type Source } from './sources.ts';
import { t } from './words.ts';

type Several = Extract<Expression, { missing: unknown }>;
interface Part {
  part: Expression;
  /** of a weighted sum */
  weight?: number;
}
const most = 100;

function partsOf(figure: Several): Part[] {
  if ('weighted' in figure) return figure.weighted;
  const list =
    'sum' in figure
      ? figure.sum
      : 'average' in figure
        ? figure.average
        : 'least' in figure
          ? figure.least
          : figure.most;
  return list.map((part) => ({ part }));
}

/** The same kind of sum with other parts. */
function withParts(figure: Several, parts: readonly Part[]): Several {
  if ('weighted' in figure)
    return { ...figure, weighted: parts.map(({ part, weight = 1 }) => ({ part, weight })) };
  const list = parts.map(({ part }) => part);
  if ('sum' in figure) return { ...figure, sum: list };
  if ('average' in figure) return { ...figure, average: list };
  return 'least' in figure ? { ...figure, least: list } : { ...figure, most: list };
}

export function Parts(props: FigureProps & { figure: Several }) {
  const { figure, sources } = props;
  const add = useId();
  const parts = partsOf(figure);
  const put = (next: readonly Part[]) => props.onChange(withParts(figure, next.slice(0, most)));
  const fresh = freshFigure(sources);
  return (
    <>
      {parts.map((one, index) => {
        const n = index + 1;
        const change = (next: Part) => put(spliced(parts, index, 1, next));
        return (
          <div class="part" key={`${index}`}>
            <FigureEditor
              {...props}
              room={props.room - 1}
              label={t('partN', { n })}
              figure={one.part}
              onChange={(part) => change({ ...one, part })}
            />
            <div class="line">
              {one.weight !== undefined && (
                <NumberSetting
                  label={t('weightOf')}
                  value={one.weight}
                  onChange={(weight) => change({ ...one, weight })}
                />
              )}
              {parts.length > 1 && (
                <Button
                  small
                  onClick={() => {
                    put(spliced(parts, index, 1));
                    focusSoon(add);
                  }}
                >
                  {t('removePart', { n })}
                </Button>
              )}
            </div>
          </div>
        );
      })}
      <div>
        <Button small kind="outlined" id={add} onClick={() => put([...parts, { part: fresh }])}>
          {t('addPart')}
        </Button>
      </div>
      <AddSeveral {...props} onAdd={(added) => put([...parts, ...added.map((part) => ({ part }))])} />
    </>
  );
}

const kinds: readonly Source[] = ['value', 'score', 'total'];

/** Ticks for every figure that a question gives: a survey of twenty scales is added up in one go. */
function AddSeveral(props: FigureProps & { onAdd: (figures: Expression[]) => void }) {
  const { sources, definition, onAdd } = props;
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const offered = kinds
    .flatMap((kind) =>
      questionsThatGive(kind, sources).flatMap((question) =>
        rowsThatGive(kind, question).map((row) => figureFrom(kind, question.id, row)),
      ),
    )
    .map((figure) => ({ figure, key: JSON.stringify(figure), words: figureWords(figure, definition) }));
  const chosen = offered.filter(({ key }) => ticked.includes(key));
  if (offered.length < 3) return null;
  return (
    <details>
      <summary>{t('addSeveral')}</summary>
      <div class="stack tight">
        {offered.map(({ key, words }) => (
          <Choice
            key={key}
            kind="box"
            checked={ticked.includes(key)}
            onChange={(on) => setTicked(on ? [...ticked, key] : ticked.filter((one) => one !== key))}
            label={words}
          />
        ))}
        <div>
          <Button
            small
            kind="outlined"
            disabled={chosen.length === 0}
            onClick={() => {
              onAdd(chosen.map(({ figure }) => figure));
              setTicked([]);
            }}
          >
            {t('addThese', { n: chosen.length })}
          </Button>
        </div>
      </div>
    </details>
  );
}
