// The paths of a form as lines between its places: what a question goes by, and where it leads.
import type { Definition } from '../../../../schema/form/definition.ts';
import { usualEnd } from '../../../../schema/logic/shapes.ts';
import { sourcesOf } from '../../../../schema/logic/sources.ts';
import { readBy, type Way } from '../references.ts';

/** A row of the map: a question, a page, an ending, or the usual end. */
export interface Place {
  id: string;
  kind: 'question' | 'page' | 'ending' | 'end';
}
/**
 * From row to row; `lane` counts from the rows outwards, no two lines of one side in one lane at one height. Only the
 * outermost is shared by those that found no other.
 */
export interface Line {
  from: number;
  to: number;
  lane: number;
}
export interface PathMap {
  places: Place[];
  /** from what is read to what reads it: whether it shows, is asked, checked, listed, said, calculated */
  reads: Line[];
  /** from where a reader leaves the order to where it goes on */
  leads: Line[];
}

/** Lanes a side: beside more of them the questions are lost sight of. */
const most = 16;

export function mapOf(definition: Definition): PathMap {
  const { questions, endings = [] } = definition;
  const places: Place[] = [
    ...questions.map(({ id, type }): Place => ({ id, kind: type === 'page-break' ? 'page' : 'question' })),
    ...endings.map(({ id }): Place => ({ id, kind: 'ending' })),
    { id: usualEnd, kind: 'end' },
  ];
  const rows = new Map(places.map(({ id }, row) => [id, row]));
  const pairs = (ways: (way: Way) => boolean) =>
    questions.flatMap((question, row) =>
      readBy(question)
        .filter(([way]) => ways(way))
        .flatMap(([, ids]) => ids)
        .flatMap((id) => rows.get(id) ?? [])
        .filter((other) => other !== row)
        .map((other) => [row, other] as const),
    );
  const ends = endings.flatMap(({ id, when }) =>
    when === undefined
      ? []
      : sourcesOf(when).flatMap((source) => {
          const [from, to] = [rows.get(source), rows.get(id)];
          return from === undefined || to === undefined ? [] : [[from, to] as const];
        }),
  );
  return {
    places,
    reads: inLanes(pairs((way) => way !== 'lands').map(([reader, read]) => [read, reader])),
    leads: inLanes([...pairs((way) => way === 'lands'), ...ends]),
  };
}

/** Each line once; short ones next to the rows, so that few cross. */
function inLanes(pairs: readonly (readonly [number, number])[]): Line[] {
  const once = [...new Map(pairs.map((pair) => [pair.join(), pair])).values()];
  const lanes: [number, number][][] = [];
  return once
    .sort(([a, b], [c, d]) => Math.abs(a - b) - Math.abs(c - d) || a - c)
    .map(([from, to]) => {
      const [low, high] = [Math.min(from, to), Math.max(from, to)];
      const free = lanes.findIndex((taken) => taken.every(([start, end]) => high < start || low > end));
      const lane = free < 0 ? Math.min(lanes.length, most - 1) : free;
      lanes[lane] = [...(lanes[lane] ?? []), [low, high]];
      return { from, to, lane };
    });
}
