// Several files as one: a ZIP archive without compression. APPNOTE 6.3.9, names in UTF-8.
interface ZipFile {
  name: string;
  data: Uint8Array<ArrayBuffer>;
}

const table = Uint32Array.from({ length: 256 }, (_, start) => {
  let crc = start;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

export function crc32(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** 1 January 1980, the earliest that the format knows: the archive says nothing about when it was made. */
const dosDate = 0x0021;
const utf8Names = 0x0800;
const version = 20;

export function zip(files: readonly ZipFile[]): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const { name, data } of files) {
    const bytes = new Uint8Array(new TextEncoder().encode(name));
    const about = [version, utf8Names, 0, 0, dosDate];
    const sizes = [crc32(data), data.length, data.length];
    const local = fields([0x04034b50], about, sizes, [bytes.length, 0]);
    directory.push(
      fields([0x02014b50], [version, ...about], sizes, [bytes.length, 0, 0, 0, 0], [0, offset]),
      bytes,
    );
    parts.push(local, bytes, data);
    offset += local.length + bytes.length + data.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = fields([0x06054b50], [0, 0, files.length, files.length], [size, offset], [0]);
  return new Blob([...parts, ...directory, end], { type: 'application/zip' });
}

/** Little-endian fields: the groups are 4, 2, 4, 2, 4 … bytes wide. */
function fields(...groups: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> {
  const width = (group: number) => (group % 2 === 0 ? 4 : 2);
  const bytes = new Uint8Array(groups.reduce((sum, group, at) => sum + group.length * width(at), 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  groups.forEach((group, index) => {
    for (const value of group) {
      if (width(index) === 4) view.setUint32(at, value, true);
      else view.setUint16(at, value, true);
      at += width(index);
    }
  });
  return bytes;
}
