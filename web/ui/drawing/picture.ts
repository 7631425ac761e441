// A drawing as a picture to paste into a report: in the light theme on white, twice as sharp as a screen, with its title,
// what it says, the number of answers and where and when it was counted.
import { type Drawing, dotEdge, type Ink, linesOf, type Pen, type Shape } from './shape.ts';

/** The light theme of web/ui/tokens.css, to which a test holds it: on paper there is no other. */
export const colours: Record<Exclude<Ink, 'hatch'> | 'edge', string> = {
  ink: '#1e2328',
  'ink-2': '#474e55',
  accent: '#17547a',
  sunk: '#f3f1eb',
  line: '#d9d5cb',
  edge: '#857f73',
  'heat-on': '#ffffff',
  'heat-1': '#eef4f8',
  'heat-2': '#cbdeea',
  'heat-3': '#9cc0d7',
  'heat-4': '#39759c',
  'heat-5': '#17547a',
  'agree-on': '#1e2328',
  'agree-on-ends': '#ffffff',
  'agree-1': '#a3461f',
  'agree-2': '#e0a583',
  'agree-3': '#dad6cc',
  'agree-4': '#93bad4',
  'agree-5': '#1b5e87',
};

const sharp = 2;
const edge = 24;
const pen = { width: 720, em: 16 };
const fontOf = (size: number, weight = 400) => {
  const { fontFamily } = getComputedStyle(document.body);
  return `${weight} ${size}px ${fontFamily}`;
};

export interface Caption {
  title: string;
  /** below the title: what the chart says, and of how many */
  says: readonly string[];
  /** at the foot: which campaign and area, counted when */
  foot: string;
}

export type Draw = (pen: Pen) => Drawing | undefined;

/** The picture as PNG. Undefined where the browser draws none, or there is no drawing. */
export async function pictureOf(draw: Draw, caption: Caption): Promise<Blob | undefined> {
  const drawing = draw(pen);
  const canvas = document.createElement('canvas');
  const brush = canvas.getContext('2d');
  if (!drawing || !brush) return undefined;
  const texts = [
    ...linesOf(caption.title, drawing.width, 20).map((words) => ({ words, size: 20, weight: 600 })),
    ...caption.says
      .flatMap((one) => linesOf(one, drawing.width, 16))
      .map((words) => ({ words, size: 16, weight: 400 })),
  ];
  const heights = texts.map(({ size }) => size * 1.5);
  const head = heights.reduce((sum, one) => sum + one, 0) + edge / 2;
  const foot = linesOf(caption.foot, drawing.width, 14);
  canvas.width = (drawing.width + 2 * edge) * sharp;
  canvas.height = (2 * edge + head + Math.ceil(drawing.height) + edge / 2 + foot.length * 20) * sharp;
  brush.scale(sharp, sharp);
  brush.fillStyle = '#ffffff';
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.translate(edge, edge);
  let top = 0;
  texts.forEach(({ words, size, weight }, at) => {
    brush.fillStyle = colours.ink;
    brush.font = fontOf(size, weight);
    brush.fillText(words, 0, top + size * 1.1);
    top += heights[at] ?? 0;
  });
  brush.translate(0, head);
  paint(brush, drawing);
  brush.fillStyle = colours['ink-2'];
  brush.font = fontOf(14);
  brush.textAlign = 'start';
  for (const [at, words] of foot.entries())
    brush.fillText(words, 0, Math.ceil(drawing.height) + edge / 2 + 16 + at * 20);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png'));
}

function paint(brush: CanvasRenderingContext2D, { shapes }: Drawing): void {
  for (const shape of shapes) {
    if (shape.kind === 'words') {
      brush.fillStyle = shape.fill === 'hatch' ? colours.ink : colours[shape.fill];
      brush.font = fontOf(shape.size);
      brush.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor;
      brush.fillText(shape.words, shape.x, shape.y);
    } else if (shape.kind === 'dot') {
      brush.beginPath();
      brush.arc(shape.x, shape.y, shape.r, 0, 2 * Math.PI);
      brush.fillStyle = shape.hollow ? '#ffffff' : colours.accent;
      brush.fill();
      brush.strokeStyle = colours.accent;
      brush.lineWidth = dotEdge;
      brush.stroke();
    } else if (shape.fill === 'hatch') hatched(brush, shape);
    else {
      brush.fillStyle = colours[shape.fill];
      brush.fillRect(shape.x, shape.y, shape.w, shape.h);
    }
  }
}

function hatched(brush: CanvasRenderingContext2D, { x, y, w, h }: Extract<Shape, { kind: 'box' }>): void {
  brush.save();
  brush.beginPath();
  brush.rect(x, y, w, h);
  brush.clip();
  brush.fillStyle = colours.sunk;
  brush.fillRect(x, y, w, h);
  brush.strokeStyle = colours.edge;
  brush.lineWidth = 2;
  for (let at = -h; at < w; at += 8) {
    brush.beginPath();
    brush.moveTo(x + at, y + h);
    brush.lineTo(x + at + h, y);
    brush.stroke();
  }
  brush.restore();
}
