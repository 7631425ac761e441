// What the printer gets: the pages of a PDF as Chromium writes it, and where on them each QR code stands, in
// millimetres from the top left corner. It reads just what such a file needs, no other PDF.
import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

export interface PrintedCode {
  /** of the dark modules, without their white margin */
  left: number;
  top: number;
  side: number;
  modules: number;
  /** white modules around */
  quiet: number;
}

export interface PrintedPage {
  width: number;
  height: number;
  codes: PrintedCode[];
}

/** A4 without the 16 mm that every board leaves on both sides, in pixels of paper. */
const sheetWidth = Math.floor((178 / 25.4) * 96);

/** What of the page as it is printed reaches over the right edge of the sheet, or out of its cell. */
export async function beyondSheet(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: sheetWidth, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  const found = await page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'));
    const wide = [...document.querySelectorAll<HTMLElement>('main *')].filter(
      (one) =>
        !one.closest('.away') &&
        one.getClientRects().length > 0 &&
        (one.getBoundingClientRect().right > innerWidth + 1 ||
          (one.matches('td, th') && one.scrollWidth > one.clientWidth + 1)),
    );
    dispatchEvent(new Event('afterprint'));
    return wide.map((one) => `${one.tagName} ${one.className} ${one.textContent?.slice(0, 40)}`);
  });
  await page.emulateMedia({ media: null });
  if (before) await page.setViewportSize(before);
  return found;
}

const mm = (points: number) => (points * 25.4) / 72;

/** The affine map x ↦ a·x + e, y ↦ d·y + f: nothing on the sheets is turned. */
interface Place {
  a: number;
  d: number;
  e: number;
  f: number;
}

export function printedPages(pdf: Buffer): PrintedPage[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/<<\/Type \/Page\b[\s\S]*?endobj/g)].map(([page]) => {
    const box = /\/MediaBox \[([^\]]+)\]/.exec(page)?.[1]?.split(' ').map(Number) ?? [];
    const content = /\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '';
    const [width = 0, height = 0] = box.slice(2);
    return { width: mm(width), height: mm(height), codes: codesIn(streamOf(pdf, text, content), height) };
  });
}

function streamOf(pdf: Buffer, text: string, object: string): string {
  const at = text.search(new RegExp(`(^|\\n)${object} 0 obj`));
  const start = /stream\r?\n/.exec(text.slice(at));
  if (at < 0 || !start) return '';
  const from = at + start.index + start[0].length;
  return inflateSync(pdf.subarray(from, text.indexOf('endstream', from))).toString('latin1');
}

/** A code is a white square of whole modules, and the dark ones drawn on it as squares of one. */
function codesIn(content: string, pageHeight: number): PrintedCode[] {
  const codes: PrintedCode[] = [];
  const kept: Place[] = [];
  let place: Place = { a: 1, d: 1, e: 0, f: 0 };
  let square = 0;
  let dark: [x: number, y: number][] = [];
  const close = () => {
    if (square > 0 && dark.length > 100) {
      const xs = dark.map(([x]) => x);
      const ys = dark.map(([, y]) => y);
      const [left, top, right] = [Math.min(...xs), Math.min(...ys), Math.max(...xs) + 1];
      codes.push({
        left: mm(place.a * left + place.e),
        top: mm(pageHeight - (place.d * top + place.f)),
        side: mm(place.a * (right - left)),
        modules: right - left,
        quiet: Math.min(left, top, square - right),
      });
    }
    square = 0;
    dark = [];
  };
  for (const line of content.split('\n')) {
    const words = line.split(' ');
    const operator = words.at(-1);
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = words.map(Number);
    if (operator === 'q') kept.push(place);
    else if (operator === 'Q') {
      close();
      place = kept.pop() ?? place;
    } else if (operator === 'cm')
      place = { a: place.a * a, d: place.d * d, e: place.a * e + place.e, f: place.d * f + place.f };
    else if (operator === 're' && a === 0 && b === 0 && c === d && Number.isInteger(c)) square = c;
    else if (operator === 'm' && square > 0 && Number.isInteger(a) && Number.isInteger(b)) dark.push([a, b]);
  }
  close();
  return codes;
}
