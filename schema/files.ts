// What a file really is, by its bytes and never by its name.
import type { FileKind } from './fields/files.ts';

export interface Content {
  kind: FileKind | 'video';
  /** media type under which it is served */
  media: string;
}

/** As many characters as these bytes have. */
export const latin = (bytes: Uint8Array, from: number, to: number) => {
  let text = '';
  for (const byte of bytes.subarray(from, to)) text += String.fromCharCode(byte);
  return text;
};
const holds = (text: string, ...parts: readonly string[]) => parts.some((part) => text.includes(part));

/** How much of the beginning and the end is looked at. */
const look = 65_536;

/** undefined for what is empty, unknown, or would run in a browser. */
export function contentOf(bytes: Uint8Array): Content | undefined {
  const start = latin(bytes, 0, 16);
  if (start.startsWith('\xff\xd8\xff')) return { kind: 'image', media: 'image/jpeg' };
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return { kind: 'image', media: 'image/png' };
  if (/^GIF8[79]a/.test(start)) return { kind: 'image', media: 'image/gif' };
  if (/^RIFF[\s\S]{4}WEBP/.test(start)) return { kind: 'image', media: 'image/webp' };
  if (/^RIFF[\s\S]{4}WAVE/.test(start)) return { kind: 'audio', media: 'audio/wav' };
  if (start.startsWith('OggS')) return { kind: 'audio', media: 'audio/ogg' };
  if (start.startsWith('#!AMR')) return { kind: 'audio', media: 'audio/amr' };
  if (start.startsWith('fLaC')) return { kind: 'audio', media: 'audio/flac' };
  if (/^(ID3|\xff[\xe2\xe3\xf2\xf3\xfa\xfb])/.test(start)) return { kind: 'audio', media: 'audio/mpeg' };
  if (/^\xff[\xf0\xf1\xf8\xf9]/.test(start)) return { kind: 'audio', media: 'audio/aac' };
  if (/^[\s\S]{4}ftyp/.test(start)) return movie(bytes);
  if (start.startsWith('\x1a\x45\xdf\xa3'))
    return holds(latin(bytes, 0, look), 'V_VP8', 'V_VP9', 'V_AV1', 'V_MPEG4')
      ? { kind: 'video', media: 'video/webm' }
      : { kind: 'audio', media: 'audio/webm' };
  if (start.startsWith('%PDF-')) return { kind: 'pdf', media: 'application/pdf' };
  if (start.startsWith('PK\x03\x04')) return archive(bytes);
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return compound(bytes);
  return isText(bytes) ? { kind: 'text', media: 'text/plain; charset=utf-8' } : undefined;
}

/** The family of MP4: a picture of a telephone, a recording, a video. */
function movie(bytes: Uint8Array): Content {
  const brand = latin(bytes, 8, 12);
  if (/^(heic|heix|heif|mif1|msf1|avif)$/.test(brand)) return { kind: 'image', media: 'image/heic' };
  if (brand.startsWith('3gp')) return { kind: 'video', media: 'video/3gpp' };
  // The table of tracks stands at the beginning or at the end.
  const tracks = latin(bytes, 0, look) + latin(bytes, bytes.length - look, bytes.length);
  return brand === 'M4A ' || (holds(tracks, 'soun') && !holds(tracks, 'vide'))
    ? { kind: 'audio', media: 'audio/mp4' }
    : { kind: 'video', media: 'video/mp4' };
}

const office = 'application/vnd.openxmlformats-officedocument.';
const open = 'application/vnd.oasis.opendocument.';

/** A ZIP file by the names in it, which stand in its local headers and in the directory at its end. */
function archive(bytes: Uint8Array): Content {
  const names = latin(bytes, 0, look) + latin(bytes, bytes.length - look, bytes.length);
  if (holds(names, 'word/document.xml'))
    return { kind: 'document', media: `${office}wordprocessingml.document` };
  if (holds(names, 'xl/workbook.xml')) return { kind: 'sheet', media: `${office}spreadsheetml.sheet` };
  if (holds(names, 'ppt/presentation.xml'))
    return { kind: 'slides', media: `${office}presentationml.presentation` };
  if (holds(names, `${open}text`)) return { kind: 'document', media: `${open}text` };
  if (holds(names, `${open}spreadsheet`)) return { kind: 'sheet', media: `${open}spreadsheet` };
  if (holds(names, `${open}presentation`)) return { kind: 'slides', media: `${open}presentation` };
  return { kind: 'zip', media: 'application/zip' };
}

/** The container of older Word, Excel, PowerPoint and WPS files, by its streams, whose names are two bytes a letter. */
function compound(bytes: Uint8Array): Content {
  const text = latin(bytes, 0, look) + latin(bytes, bytes.length - look, bytes.length);
  const wide = (name: string) => [...name].join('\0');
  if (holds(text, wide('Workbook'), wide('Book')))
    return { kind: 'sheet', media: 'application/vnd.ms-excel' };
  if (holds(text, wide('PowerPoint Document')))
    return { kind: 'slides', media: 'application/vnd.ms-powerpoint' };
  return { kind: 'document', media: 'application/msword' };
}

/** Letters only: UTF-8 or a Chinese code page, no control characters, and nothing that a browser would take for a page. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false;
  const text = latin(bytes, 0, look);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) return false;
  }
  return !/<(!doctype|html|head|body|script|svg|iframe)\b/i.test(text);
}
