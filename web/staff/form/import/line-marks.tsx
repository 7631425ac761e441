// A mark and a tint beside each line of a text field, for what the line became; the field itself stays a plain one on top
// of them. Only what is in sight is drawn.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Fate, LineFate } from '../../../../schema/form/reading.ts';
import { fateMark } from './fate-words.ts';
import { type Drawn, linesBetween, TextRows } from './text-rows.ts';

interface Box {
  drawn: Drawn;
  top: number;
  left: number;
  width: number;
  height: number;
  scrolled: number;
}

/** Looks at the field again when it is scrolled, resized or written in. */
function useBox(field: HTMLTextAreaElement, lines: readonly string[]): Box | undefined {
  const rows = useRef(new TextRows());
  const [box, setBox] = useState<Box>();
  useLayoutEffect(() => {
    const look = () =>
      setBox({
        drawn: rows.current.of(field, lines),
        top: field.offsetTop + field.clientTop,
        left: field.offsetLeft + field.clientLeft,
        width: field.clientWidth,
        height: field.clientHeight,
        scrolled: field.scrollTop,
      });
    const scrolled = () => setBox((before) => before && { ...before, scrolled: field.scrollTop });
    look();
    const watch = new ResizeObserver(look);
    watch.observe(field);
    field.addEventListener('scroll', scrolled);
    return () => {
      watch.disconnect();
      field.removeEventListener('scroll', scrolled);
    };
  }, [field, lines]);
  return box;
}

const px = (length: number) => `${length}px`;

export function LineMarks(props: {
  field: HTMLTextAreaElement;
  lines: readonly string[];
  fates: readonly (LineFate | undefined)[];
  /** line of the caret, from 1 */
  current: number | undefined;
}) {
  const { fates, current } = props;
  const box = useBox(props.field, props.lines);
  if (!box) return null;
  const { drawn, scrolled, top, left, width, height } = box;
  const { starts, rowHeight, paddingTop } = drawn;
  const from = scrolled - paddingTop;
  return (
    <div
      class="line-marks"
      aria-hidden="true"
      style={{ top: px(top), left: px(left), width: px(width), height: px(height) }}
    >
      {linesBetween(drawn, from, from + height).map((at) => {
        const fate: Fate = fates[at]?.fate ?? 'nothing';
        const start = starts[at] ?? 0;
        return (
          <div
            key={at}
            class={`line-mark fate-${fate}${at + 1 === current ? ' current' : ''}`}
            style={{
              top: px(start * rowHeight - from),
              height: px(((starts[at + 1] ?? start) - start) * rowHeight),
            }}
          >
            {fateMark(fate)}
          </div>
        );
      })}
    </div>
  );
}
