// A drawing on the page: as SVG in the colours of the theme, as wide as there is room. Its sentence is read out for it, and
// its table stands below.
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Draw } from './picture.ts';
import { dotEdge, type Ink, type Shape } from './shape.ts';

/** Width of an element and the size of the body's type, in pixels, as they change. */
function useRoom() {
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, em: 16 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () =>
      setRoom({
        width: Math.floor(element.clientWidth),
        em: Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16,
      });
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { box, room };
}

export function DrawingView(props: { draw: Draw; title: string; says: string }) {
  const { box, room } = useRoom();
  const hatch = useId();
  const drawing = room.width > 0 ? props.draw(room) : undefined;
  const wide = drawing !== undefined && drawing.width > room.width;
  const colour = (fill: Ink) => (fill === 'hatch' ? `url(#${hatch})` : `var(--${fill})`);
  return (
    <div class="chart-box" ref={box} {...(wide && { tabIndex: 0, role: 'group', 'aria-label': props.title })}>
      {drawing && (
        <svg
          class="chart"
          role="img"
          aria-label={props.says}
          width={drawing.width}
          height={Math.ceil(drawing.height)}
          viewBox={`0 0 ${drawing.width} ${Math.ceil(drawing.height)}`}
        >
          <defs>
            <pattern
              id={hatch}
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="6" height="6" style={{ fill: 'var(--sunk)' }} />
              <rect width="2" height="6" style={{ fill: 'var(--edge)' }} />
            </pattern>
          </defs>
          {drawing.shapes.map((shape, at) => (
            <Drawn key={at} shape={shape} colour={colour} />
          ))}
        </svg>
      )}
    </div>
  );
}

function Drawn({ shape, colour }: { shape: Shape; colour: (fill: Ink) => string }) {
  if (shape.kind === 'box')
    return (
      <rect x={shape.x} y={shape.y} width={shape.w} height={shape.h} style={{ fill: colour(shape.fill) }} />
    );
  if (shape.kind === 'dot')
    return (
      <circle
        cx={shape.x}
        cy={shape.y}
        r={shape.r}
        style={{ fill: `var(--${shape.hollow ? 'surface' : 'accent'})`, stroke: 'var(--accent)' }}
        stroke-width={dotEdge}
      />
    );
  return (
    <text
      x={shape.x}
      y={shape.y}
      font-size={shape.size}
      text-anchor={shape.anchor}
      style={{ fill: colour(shape.fill) }}
    >
      {shape.words}
    </text>
  );
}
