// The picture for a chat group: 1080 × 1440, drawn in the browser. Phones show it a third as large, so no text is under
// 40 px and the code is 480 px or more.
import { encode } from 'uqr';
import type { Facts } from '../../schema/api/fill.ts';
import { buildingAddress, quiet, spoken } from './address.ts';
import type { Building } from './buildings.ts';
import { factWords, helpWords } from './sheets.tsx';
import { t } from './words.ts';

export const pictureWidth = 1080;
export const pictureHeight = 1440;
const edge = 72;
const inner = pictureWidth - 2 * edge;
/** Whole pixels for each module keep the edges sharp. */
const codeLeast = 480;
const codeWished = 560;

const ink = '#1e2328';
const ink2 = '#474e55';
const accent = '#17547a';
const font =
  'system-ui, "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

export function drawPicture(
  canvas: HTMLCanvasElement,
  building: Building,
  origin: string,
  facts: Facts,
): void {
  canvas.width = pictureWidth;
  canvas.height = pictureHeight;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, pictureWidth, pictureHeight);
  pen.fillStyle = accent;
  pen.fillRect(0, 0, pictureWidth, 16);
  pen.textAlign = 'center';
  pen.textBaseline = 'top';
  let y = 64;
  const say = (words: string, size: number, lines: number, colour: string, bold = false) => {
    pen.fillStyle = colour;
    pen.font = `${bold ? 600 : 400} ${size}px ${font}`;
    for (const line of wrapped(pen, words, lines)) {
      pen.fillText(line, pictureWidth / 2, y);
      y += Math.round(size * 1.35);
    }
  };
  const address = buildingAddress(origin, building.code);
  say(facts.title, facts.title.length <= 12 ? 76 : 64, 2, ink, true);
  y += 8;
  const above = building.above.split(' ').filter((part) => !building.name.startsWith(part));
  say([...above, building.name].join(' ').trim(), 48, 1, ink, true);
  y = drawCode(pen, address, y + 8);
  say(t('scan'), 48, 1, accent, true);
  say(spoken(address), 40, 1, ink2);
  y += 16;
  say(factWords(facts), 44, 2, ink);
  say(helpWords(building, facts), 40, 2, ink);
  say(t('trust'), 40, 2, ink2);
  pen.fillStyle = ink2;
  pen.font = `400 40px ${font}`;
  pen.fillText(fit(pen, facts.organiser), pictureWidth / 2, pictureHeight - 40 - 44);
}

/** Draws the code with its white margin from `top` on; returns where it ends. */
function drawCode(pen: CanvasRenderingContext2D, address: string, top: number): number {
  const { data, size } = encode(address, { ecc: 'Q', border: 0, boostEcc: false });
  const module = Math.max(Math.ceil(codeLeast / size), Math.floor(codeWished / size));
  const side = module * (size + 2 * quiet);
  const left = Math.round((pictureWidth - side) / 2);
  pen.fillStyle = '#000000';
  data.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) pen.fillRect(left + (x + quiet) * module, top + (y + quiet) * module, module, module);
    });
  });
  return top + side;
}

/** The longest beginning that fits one line, with … when something is left off. */
function fit(pen: CanvasRenderingContext2D, words: string): string {
  if (pen.measureText(words).width <= inner) return words;
  let kept = words;
  while (kept !== '' && pen.measureText(`${kept}…`).width > inner) kept = kept.slice(0, -1);
  return `${kept}…`;
}

/** At most `lines` lines; Chinese breaks between any two characters, Latin words and numbers stay whole. */
function wrapped(pen: CanvasRenderingContext2D, words: string, lines: number): string[] {
  const pieces = words.match(/\d[\d -]{5,}\d|[A-Za-z0-9@.\-+/:]+|./gu) ?? [];
  const made: string[] = [];
  let line = '';
  pieces.forEach((piece, at) => {
    if (pen.measureText(line + piece).width <= inner) line += piece;
    else if (made.length < lines - 1) {
      made.push(line.trim());
      line = piece.trimStart();
    } else if (!line.endsWith('\u0000')) line = `${fit(pen, line + pieces.slice(at).join(''))}\u0000`;
  });
  return [...made, line.replace('\u0000', '')].filter(Boolean);
}

export const toPng = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
