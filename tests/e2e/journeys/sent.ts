// Small files that are what they say: a picture, a document, a recording.
import { crc32, deflateSync } from 'node:zlib';

export interface Sent {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A house before a sky, so that one sees whether a picture is cut or stretched. */
function png(width: number, height: number): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const house = Math.abs(x - width / 2) < width / 4 && y > height / 3;
      const roof = y > height / 8 && y <= height / 3 && Math.abs(x - width / 2) < (y - height / 8) * 1.4;
      const [red, green, blue] = house ? [200, 160, 110] : roof ? [150, 60, 40] : [150, 190, 220];
      rows.set([red, green, blue], y * (1 + width * 3) + 1 + x * 3);
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One second of silence. */
function wav(): Buffer {
  const rate = 8000;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + rate, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(rate, 40);
  return Buffer.concat([head, Buffer.alloc(rate, 128)]);
}

export const aPicture: Sent = { name: '楼道.png', mimeType: 'image/png', buffer: png(240, 160) };
export const aDocument: Sent = {
  name: '收据.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
};
export const aRecording: Sent = { name: '留言.wav', mimeType: 'audio/wav', buffer: wav() };
/** The head of a film in which nothing happens. */
export const aVideo: Sent = {
  name: '分类.webm',
  mimeType: 'video/webm',
  buffer: Buffer.from('\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm V_VP8', 'latin1'),
};
