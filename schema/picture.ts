// A picture without what was written into it beside its pixels: where and when it was taken, by whom and with what.
import { latin } from './files.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Only what a picture needs to be drawn is kept, so that a place for metadata that nobody thought of is left out too.
 * undefined for pictures that are broken, and for those of other formats (HEIC, which few browsers show).
 */
export function withoutMetadata(bytes: Bytes, media: string): Bytes | undefined {
  if (media === 'image/jpeg') return cleanJpeg(bytes);
  if (media === 'image/png') return cleanPng(bytes);
  if (media === 'image/webp') return cleanWebp(bytes);
  return media === 'image/gif' ? cleanGif(bytes) : undefined;
}

function joined(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Tables, frames and scans of JPEG (ITU T.81, table B.1); its other segments are for applications. */
const drawsJpeg = (marker: number) => marker >= 0xc0 && marker <= 0xdf;

/** Of the segments for applications: density, colour profile, and Adobe's mark of how colours are stored. */
function applicationOf(segment: Bytes): Bytes | undefined {
  const marker = segment[1];
  const name = latin(segment, 4, 16);
  if (marker === 0xe0 && name.startsWith('JFIF\0') && segment.length >= 18) {
    // Without the small picture that may follow.
    const density = segment.slice(0, 18);
    density.set([0, 16], 2);
    density.set([0, 0], 16);
    return density;
  }
  if (marker === 0xe2 && name.startsWith('ICC_PROFILE\0')) return segment;
  return marker === 0xee && name.startsWith('Adobe') ? segment : undefined;
}

function cleanJpeg(bytes: Bytes): Bytes | undefined {
  const parts = [bytes.subarray(0, 2)];
  let at = 2;
  let scanned = false;
  while (at + 2 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    // What follows the end of the picture is left out.
    if (marker === 0xd9) return scanned ? joined([...parts, bytes.subarray(at, at + 2)]) : undefined;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const next = at + 2 + length;
    if (length < 2 || next > bytes.length) return undefined;
    const segment = bytes.subarray(at, next);
    const kept = drawsJpeg(marker) ? segment : applicationOf(segment);
    if (kept) parts.push(kept);
    at = next;
    if (marker !== 0xda) continue;
    scanned = true;
    const pixels = endOfScan(bytes, at);
    parts.push(bytes.subarray(at, pixels));
    at = pixels;
  }
  // A picture that breaks off is drawn as far as it goes.
  return scanned ? joined(parts) : undefined;
}

/** Pixels end at a mark that is neither a stuffed byte nor one of synchronisation. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const marker = bytes[at + 1] ?? 0;
    if (marker !== 0 && marker !== 0xff && !(marker >= 0xd0 && marker <= 0xd7)) return at;
  }
  return bytes.length;
}

/** PNG chunks that draw, or say how colours are meant (W3C PNG, third edition). */
const drawsPng =
  /^(IHDR|PLTE|IDAT|IEND|tRNS|cHRM|gAMA|iCCP|sBIT|sRGB|cICP|mDCV|cLLI|bKGD|hIST|pHYs|sPLT|acTL|fcTL|fdAT)$/;

function cleanPng(bytes: Bytes): Bytes | undefined {
  const parts = [bytes.subarray(0, 8)];
  const view = viewOf(bytes);
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return undefined;
    const type = latin(bytes, at + 4, at + 8);
    if (drawsPng.test(type)) parts.push(bytes.subarray(at, end));
    if (type === 'IEND') return joined(parts);
    at = end;
  }
  return undefined;
}

const viewOf = (bytes: Bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** WebP chunks that draw (RFC 9649). */
const drawsWebp = /^(VP8X|VP8 |VP8L|ALPH|ANIM|ANMF|ICCP)$/;
/** Bits of an extended header that announce Exif and XMP. */
const announces = 0b0000_1100;

function cleanWebp(bytes: Bytes): Bytes | undefined {
  const parts = [bytes.slice(0, 12)];
  const view = viewOf(bytes);
  let drawn = false;
  let at = 12;
  while (at + 8 <= bytes.length) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > bytes.length) return undefined;
    const type = latin(bytes, at, at + 4);
    if (drawsWebp.test(type)) {
      const chunk = bytes.slice(at, end);
      if (type === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~announces;
      else drawn = true;
      parts.push(chunk);
    }
    at = end;
  }
  if (!drawn) return undefined;
  const whole = joined(parts);
  viewOf(whole).setUint32(4, whole.length - 8, true);
  return whole;
}

/** GIF89a: extensions that say how a frame is shown, and how often an animation is repeated. */
const repeats = /^(NETSCAPE2\.0|ANIMEXTS1\.0)$/;

function cleanGif(bytes: Bytes): Bytes | undefined {
  const table = (flags: number | undefined) =>
    flags !== undefined && flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
  let at = 13 + table(bytes[10]);
  const parts = [bytes.subarray(0, at)];
  /** Behind a row of blocks, each with its length in front, up to one of none. */
  const behind = (from: number) => {
    let next = from;
    for (let size = bytes[next]; size; size = bytes[next]) next += size + 1;
    return next + 1;
  };
  while (at < bytes.length) {
    const start = at;
    const [kind, label] = [bytes[at], bytes[at + 1]];
    if (kind === 0x3b) return joined([...parts, bytes.subarray(at, at + 1)]);
    if (kind === 0x2c) at = behind(at + 11 + table(bytes[at + 9]));
    else if (kind === 0x21) at = behind(at + 2);
    else return undefined;
    if (at > bytes.length) return undefined;
    const shows =
      kind === 0x2c ||
      label === 0xf9 ||
      (label === 0xff && repeats.test(latin(bytes, start + 3, start + 14)));
    if (shows) parts.push(bytes.subarray(start, at));
  }
  return undefined;
}
