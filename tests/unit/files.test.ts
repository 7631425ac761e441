// What a file is, by its bytes; and pictures without what a camera wrote into them.
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { contentOf } from '../../schema/files.ts';
import { withoutMetadata } from '../../schema/picture.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const latin = (text: string): Bytes => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const joined = (...parts: readonly (string | Uint8Array)[]): Bytes =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? latin(part) : part))));
const zip = (...names: string[]): Bytes =>
  new Uint8Array(zipSync(Object.fromEntries(names.map((name) => [name, latin('x')]))));
const wide = (text: string) => [...text].join('\0');

const open = 'application/vnd.oasis.opendocument.';
const office = 'application/vnd.openxmlformats-officedocument.';

test.each([
  ['JPEG', latin('\xff\xd8\xff\xe0\0\x10JFIF'), 'image/jpeg'],
  ['PNG', latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'image/png'],
  ['GIF', latin('GIF89a'), 'image/gif'],
  ['WebP', latin('RIFF\0\0\0\0WEBPVP8 '), 'image/webp'],
  ['a picture of an iPhone', latin('\0\0\0\x18ftypheic'), 'image/heic'],
  ['WAV', latin('RIFF\0\0\0\0WAVEfmt '), 'audio/wav'],
  ['OGG', latin('OggS\0'), 'audio/ogg'],
  ['AMR', latin('#!AMR\n'), 'audio/amr'],
  ['MP3', latin('ID3\x03'), 'audio/mpeg'],
  ['MP3 without a head', latin('\xff\xfb\x90'), 'audio/mpeg'],
  ['a recording of Safari', latin('\0\0\0\x18ftypmp42\0\0\0\0...soun...'), 'audio/mp4'],
  ['a recording of Chrome', latin('\x1a\x45\xdf\xa3...A_OPUS'), 'audio/webm'],
  ['a video', latin('\0\0\0\x18ftypmp42\0\0\0\0...vide...soun'), 'video/mp4'],
  ['a video of Chrome', latin('\x1a\x45\xdf\xa3...V_VP9...A_OPUS'), 'video/webm'],
  ['PDF', latin('%PDF-1.7\n'), 'application/pdf'],
  ['Word', zip('[Content_Types].xml', 'word/document.xml'), `${office}wordprocessingml.document`],
  ['Excel', zip('[Content_Types].xml', 'xl/workbook.xml'), `${office}spreadsheetml.sheet`],
  ['PowerPoint', zip('ppt/presentation.xml'), `${office}presentationml.presentation`],
  ['an OpenDocument text', joined('PK\x03\x04', '\0'.repeat(26), `mimetype${open}text`), `${open}text`],
  ['an archive', zip('a.txt'), 'application/zip'],
  ['old Word or WPS', joined('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', wide('WordDocument')), 'application/msword'],
  ['old Excel', joined('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', wide('Workbook')), 'application/vnd.ms-excel'],
  ['a text', new TextEncoder().encode('三楼转角\n漏水'), 'text/plain; charset=utf-8'],
])('%s', (_, bytes, media) => expect(contentOf(bytes)?.media).toBe(media));

test.each([
  ['nothing', new Uint8Array()],
  ['a page', latin('<!DOCTYPE html><body>')],
  ['a page with a text before it', latin('hello <script>alert(1)</script>')],
  ['a drawing that runs scripts', latin('<?xml version="1.0"?><svg xmlns="x" onload="alert(1)"/>')],
  ['a program', latin('MZ\x90\0\x03')],
  ['noise', Uint8Array.from({ length: 300 }, (_, at) => (at * 131) & 255)],
])('%s is no file that is taken', (_, bytes) => expect(contentOf(bytes)).toBeUndefined());

describe('a picture loses where and with what it was taken', () => {
  const segment = (marker: number, content: string) =>
    joined(Uint8Array.of(0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255), content);
  const scan = joined(
    '\xff\xda\0\x02pixels\xff\0pixels\xff\xd0more',
    segment(0xc4, 'a table with \xff\xd9 in it'),
    '\xff\xda\0\x02pixels\xff\xd9',
  );

  test('JPEG: Exif, XMP, makers’ notes, comments and whatever follows the picture', () => {
    const density = 'JFIF\0\x01\x02\0\0\x48\0\x48';
    const kept = [segment(0xe0, `${density}\0\0`), segment(0xe2, 'ICC_PROFILE\0'), segment(0xdb, 'tables')];
    const raw = joined(
      '\xff\xd8',
      segment(0xe0, `${density}\x01\x01RGB`),
      segment(0xe0, 'JFXX\0a small picture'),
      segment(0xe1, 'Exif\0\0GPS 30.1 114.9'),
      segment(0xe1, 'http://ns.adobe.com/xap/1.0/'),
      kept[1] ?? '',
      segment(0xe2, 'MPF\0another picture'),
      segment(0xed, 'Photoshop 3.0'),
      segment(0xfe, 'a comment'),
      kept[2] ?? '',
      scan,
      'a second picture with its own Exif',
    );
    expect(withoutMetadata(raw, 'image/jpeg')).toEqual(joined('\xff\xd8', ...kept, scan));
  });

  test('JPEG: Exif between two scans', () => {
    const [first, second] = ['\xff\xda\0\x02one', '\xff\xda\0\x02two\xff\xd9'];
    const raw = joined('\xff\xd8', first, segment(0xe1, 'Exif\0\0GPS'), second);
    expect(withoutMetadata(raw, 'image/jpeg')).toEqual(joined('\xff\xd8', first, second));
  });

  test('JPEG: what is broken is refused', () => {
    for (const broken of [
      '\xff\xd8',
      '\xff\xd8\xff\xe1\xff\xff',
      '\xff\xd8xx\0\x04aa',
      '\xff\xd8\xff\xe1\0\x01',
    ])
      expect(withoutMetadata(latin(broken), 'image/jpeg')).toBeUndefined();
  });

  test('PNG: texts, Exif and time', () => {
    const chunk = (type: string, content: string) =>
      joined(Uint8Array.of(0, 0, 0, content.length), type, content, 'crc_');
    const head = '\x89PNG\r\n\x1a\n';
    const kept = [
      chunk('IHDR', 'size'),
      chunk('PLTE', 'colours'),
      chunk('IDAT', 'pixels'),
      chunk('IEND', ''),
    ];
    const raw = joined(
      head,
      kept[0] ?? '',
      chunk('tEXt', 'Author\0me'),
      chunk('eXIf', 'GPS'),
      kept[1] ?? '',
      chunk('tIME', 'now'),
      kept[2] ?? '',
      kept[3] ?? '',
      'more',
    );
    expect(withoutMetadata(raw, 'image/png')).toEqual(joined(head, ...kept));
    expect(withoutMetadata(joined(head, '\xff\xff\xff\xffIDAT'), 'image/png')).toBeUndefined();
  });

  test('WebP: Exif and XMP, announced or not', () => {
    const chunk = (type: string, content: string) =>
      joined(type, Uint8Array.of(content.length, 0, 0, 0), content, content.length % 2 ? '\0' : '');
    const riff = (...chunks: Uint8Array[]) => {
      const body = joined('WEBP', ...chunks);
      return joined('RIFF', Uint8Array.of(body.length, 0, 0, 0), body);
    };
    const head = (flags: string) => chunk('VP8X', `${flags}${'\0'.repeat(9)}`);
    const [pixels, exif, xmp] = [chunk('VP8 ', 'pixels!'), chunk('EXIF', 'GPS'), chunk('XMP ', 'me')];
    expect(withoutMetadata(riff(head('\x1c'), pixels, exif, xmp), 'image/webp')).toEqual(
      riff(head('\x10'), pixels),
    );
    expect(withoutMetadata(riff(pixels, exif), 'image/webp')).toEqual(riff(pixels));
    expect(withoutMetadata(riff(exif), 'image/webp')).toBeUndefined();
    expect(withoutMetadata(riff(pixels).subarray(0, 20), 'image/webp')).toBeUndefined();
  });

  test('GIF: comments, and extensions of programs that do not draw', () => {
    const head = 'GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff';
    const repeat = '!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0';
    const control = '!\xf9\x04\0\0\0\0\0';
    const frame = ',\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0';
    const raw = joined(
      head,
      '!\xfe\x03GPS\0',
      repeat,
      '!\xff\x0bXMP DataXMP\x02me\0',
      control,
      frame,
      ';',
      'more',
    );
    expect(withoutMetadata(raw, 'image/gif')).toEqual(joined(head, repeat, control, frame, ';'));
    expect(withoutMetadata(joined(head, frame), 'image/gif')).toBeUndefined();
    expect(withoutMetadata(joined(head, 'x', frame, ';'), 'image/gif')).toBeUndefined();
  });

  test('a picture of another format is refused', () => {
    expect(withoutMetadata(latin('\0\0\0\x18ftypheic'), 'image/heic')).toBeUndefined();
  });
});
