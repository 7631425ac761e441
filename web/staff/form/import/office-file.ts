// The parts of an office file (a zip of XML, ECMA-376 part 2), unpacked within limits: a file of a few kilobytes can
// claim to unpack into gigabytes, and what a header claims is not believed but counted.
import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';
import { Unreadable } from './unreadable.ts';

const MiB = 1_048_576;
/** Bytes of the file, of all unpacked parts together, and how far one part may grow over its packed size. */
export const limits = { file: 100 * MiB, unpacked: 50 * MiB, ratio: 300 };
/** Small parts may shrink to nothing: only from here on is the ratio held. */
const ratioFrom = MiB;
/** What is pushed at once unpacks into 1,032 times as much at most (RFC 1951), so that no push can exhaust the memory. */
const slice = 16 * 1024;

const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, at) => bytes[at] === byte);

/** Unpacked parts by their paths. @throws Unreadable */
export function unpack(bytes: Uint8Array): ReadonlyMap<string, string> {
  refuse(bytes);
  const parts = new Map<string, string>();
  let total = 0;
  let open = 0;
  const read = (file: UnzipFile) => {
    if (!/\.(xml|rels)$/i.test(file.name)) return;
    const decoder = new TextDecoder();
    let text = '';
    let size = 0;
    open++;
    file.ondata = (problem, chunk, final) => {
      // What is thrown below comes back here first.
      if (problem) throw asUnreadable(problem);
      size += chunk.length;
      total += chunk.length;
      const grown = size > ratioFrom && file.size !== undefined && size > limits.ratio * file.size;
      if (grown || total > limits.unpacked) throw new Unreadable('too-large');
      text += decoder.decode(chunk, { stream: !final });
      if (!final) return;
      parts.set(file.name.replace(/^\//, ''), text);
      open--;
    };
    file.start();
  };
  const unzip = new Unzip(read);
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += slice)
      unzip.push(bytes.subarray(at, at + slice), at + slice >= bytes.length);
  } catch (thrown) {
    throw asUnreadable(thrown);
  }
  if (open > 0 || parts.size === 0) throw new Unreadable('damaged');
  return parts;
}

const asUnreadable = (thrown: unknown) =>
  thrown instanceof Unreadable ? thrown : new Unreadable('damaged', thrown);

function refuse(bytes: Uint8Array): void {
  if (bytes.length > limits.file) throw new Unreadable('too-large');
  // A compound file (MS-CFB): .doc and .wps, or a new file behind a password, which lies in one as EncryptedPackage.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new Unreadable(namesStream(bytes, 'EncryptedPackage') ? 'password' : 'old-office');
  if (!startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) throw new Unreadable('not-office');
  // Bit 0 of the flags of the first part (APPNOTE 4.4.4).
  if ((bytes[6] ?? 0) & 1) throw new Unreadable('password');
}

/** Names of streams are UTF-16 in a compound file. */
function namesStream(bytes: Uint8Array, name: string): boolean {
  const wanted = Array.from(name, (letter) => letter.charCodeAt(0));
  for (let at = 0; at + 2 * wanted.length <= bytes.length; at += 2)
    if (wanted.every((code, index) => bytes[at + 2 * index] === code && bytes[at + 2 * index + 1] === 0))
      return true;
  return false;
}
