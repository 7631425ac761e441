// A figure built from blocks: what kind of block, and under it what it is made of, which may be blocks again.
import type { Definition, Question } from '../../../../schema/form/definition.ts';
import type { Expression } from '../../../../schema/logic/shapes.ts';
import { Select } from '../../../ui/select.tsx';
import { Inside } from './inside.tsx';
import { dayKinds, type FigureKind, figureKind, figureKinds, plainKinds, recast } from './kinds.ts';
import { firstOf } from './sources.ts';
import { t } from './words.ts';

export interface FigureProps {
  label: string;
  figure: Expression;
  onChange: (figure: Expression) => void;
  definition: Definition;
  /** questions that may be read */
  sources: readonly Question[];
  /** how many blocks with blocks inside may still stand in each other; what is there already stays */
  room: number;
  id?: string;
  /** a day and not a number */
  day?: boolean;
}

export function FigureEditor(props: FigureProps) {
  const { figure, sources, onChange, day = false } = props;
  const { id: _, ...inner } = props;
  const now = figureKind(figure);
  const kinds = kindsFor(props);
  const isPlain = now === 'day' || plainKinds.includes(now);
  return (
    <fieldset class={isPlain ? 'block sentence' : 'block stack tight'}>
      <legend class="away">{props.label}</legend>
      <Select
        id={props.id}
        label={props.label}
        value={now}
        options={(kinds.includes(now) ? kinds : [now, ...kinds]).map((kind) => ({
          value: kind,
          label: t(day && kind === 'value' ? 'value-day' : kind),
        }))}
        onChange={(kind) =>
          onChange((day && kind === 'value' && firstOf('day', sources)) || recast(figure, kind, sources))
        }
      />
      <Inside {...inner} />
    </fieldset>
  );
}

/** Only what can be made of the questions that there are. */
function kindsFor({ sources, room, day }: FigureProps): readonly FigureKind[] {
  const kinds = day ? dayKinds : room > 0 ? figureKinds.filter((kind) => kind !== 'day') : plainKinds;
  return kinds.filter((kind) => {
    if (kind === 'value' && day) return firstOf('day', sources) !== undefined;
    if (kind === 'value' || kind === 'score' || kind === 'chosen' || kind === 'total')
      return firstOf(kind, sources) !== undefined;
    return (kind !== 'count' && kind !== 'if') || sources.length > 0;
  });
}
