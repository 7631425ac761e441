// One sentence about two figures: 第1题的数 + 第2题的数 大于 10.
import type { Definition, Question } from '../../../../schema/form/definition.ts';
import { type Comparison, orders } from '../../../../schema/logic/shapes.ts';
import { Select } from '../../../ui/select.tsx';
import { FigureEditor } from '../figures/figure-editor.tsx';
import { freshFigure } from '../figures/sources.ts';
import { t } from './words.ts';

/** A comparison to begin with. */
export const firstComparison = (sources: readonly Question[]): Comparison => ({
  is: 'gte',
  left: freshFigure(sources),
  right: { number: 0 },
});

const signs = [...orders, 'equals'] as const;

export function ComparisonEditor(props: {
  comparison: Comparison;
  sources: readonly Question[];
  definition: Definition;
  room: number;
  /** of the first control */
  id: string;
  onChange: (comparison: Comparison) => void;
}) {
  const { comparison, onChange } = props;
  const figure = { sources: props.sources, definition: props.definition, room: props.room };
  return (
    <div class="stack tight">
      <FigureEditor
        {...figure}
        id={props.id}
        label={t('leftFigure')}
        figure={comparison.left}
        onChange={(left) => onChange({ ...comparison, left })}
      />
      <Select
        label={t('how')}
        hideLabel
        value={comparison.is}
        options={signs.map((value) => ({ value, label: t(value) }))}
        onChange={(is) => onChange({ ...comparison, is })}
      />
      <FigureEditor
        {...figure}
        label={t('rightFigure')}
        figure={comparison.right}
        onChange={(right) => onChange({ ...comparison, right })}
      />
    </div>
  );
}
