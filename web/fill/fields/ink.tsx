// The box that a signature is written in, with a finger or a mouse; for those who cannot, a typed name is drawn in it.
import { useEffect, useRef, useState } from 'preact/hooks';

/** Of the picture, whatever the size of the box on screen. */
export const inkSize = { width: 900, height: 420 };
const { width, height } = inkSize;

/** Blank again when `key` changes. */
export function useInk(key: unknown) {
  const canvas = useRef<HTMLCanvasElement>(null);
  /** where the finger was last */
  const from = useRef<readonly [number, number]>([0, 0]);
  const [written, setWritten] = useState(false);
  const pen = () => {
    const context = canvas.current?.getContext('2d') ?? undefined;
    if (context)
      Object.assign(context, {
        lineWidth: 6,
        lineCap: 'round',
        lineJoin: 'round',
        strokeStyle: '#111',
        fillStyle: '#111',
      });
    return context;
  };
  const clear = () => {
    const context = pen();
    if (context) {
      context.fillStyle = '#fff';
      context.fillRect(0, 0, width, height);
    }
    setWritten(false);
  };
  useEffect(clear, [key]);
  const spot = (event: PointerEvent) => {
    const box = canvas.current?.getBoundingClientRect();
    return box
      ? ([
          ((event.clientX - box.left) / box.width) * width,
          ((event.clientY - box.top) / box.height) * height,
        ] as const)
      : ([0, 0] as const);
  };
  const line = (event: PointerEvent) => {
    const context = pen();
    if (!context) return;
    const to = spot(event);
    context.beginPath();
    context.moveTo(...from.current);
    context.lineTo(...to);
    context.stroke();
    from.current = to;
    setWritten(true);
  };
  /** Draws a typed name; nothing for one without letters. */
  const write = (name: string) => {
    const context = pen();
    if (!context || name.trim() === '') return;
    clear();
    context.fillStyle = '#111';
    context.font = `${Math.min(140, (width - 60) / Math.max(1, name.length))}px cursive`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(name.trim(), width / 2, height / 2, width - 40);
    setWritten(true);
  };
  const box = (
    <div aria-hidden="true">
      <canvas
        ref={canvas}
        class="pad"
        width={width}
        height={height}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          // A touch that does not move leaves a dot: names have some.
          from.current = spot(event);
          line(event);
        }}
        onPointerMove={(event) => {
          if (event.buttons !== 0) line(event);
        }}
      />
    </div>
  );
  return { box, canvas, written, clear, write };
}
