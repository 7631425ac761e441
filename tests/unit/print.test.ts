// What is printed can be scanned from a metre away, and a pack of pictures is a file that others can open.

import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import {
  addressMost,
  buildingAddress,
  bytesOf,
  modulesOf,
  quiet,
  spoken,
  withQuiet,
} from '../../web/print/address.ts';
import { crc32, zip } from '../../web/ui/zip.ts';

describe('the address behind a building code', () => {
  it('leaves a usual public address within 46 bytes', () => {
    const address = buildingAddress('https://linli.shiqu.daye.gov.cn', '7k4m29q');
    expect(bytesOf(address)).toBeLessThanOrEqual(addressMost);
    expect(spoken(address)).toBe('linli.shiqu.daye.gov.cn/b/7k4m29q');
  });

  it('has at most 33 modules up to 46 bytes, as the encoder makes them', () => {
    for (let length = 10; length <= 60; length++) {
      const text = `https://${'a'.repeat(length - 8)}`.slice(0, length);
      const { size } = encode(text, { ecc: 'Q', border: 0, boostEcc: false });
      expect(modulesOf(text), `${length} bytes`).toBe(size);
      expect(size <= 33).toBe(length <= addressMost);
    }
  });

  it('is 110 mm wide without its white margin', () => {
    const address = buildingAddress('https://linli.shiqu.daye.gov.cn', '7k4m29q');
    const modules = modulesOf(address);
    expect((withQuiet(address, 110) * modules) / (modules + 2 * quiet)).toBeCloseTo(110, 9);
  });
});

describe('a pack of pictures', () => {
  it('sums as ZIP does', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it('lists every file with its place', async () => {
    const files = ['一号楼.png', '2.png'].map((name, at) => ({ name, data: new Uint8Array([at, 1, 2]) }));
    const bytes = new Uint8Array(await zip(files).arrayBuffer());
    const view = new DataView(bytes.buffer);
    const end = bytes.length - 22;
    expect(view.getUint32(end, true)).toBe(0x06054b50);
    expect(view.getUint16(end + 10, true)).toBe(2);
    let at = view.getUint32(end + 16, true);
    for (const { name, data } of files) {
      expect(view.getUint32(at, true)).toBe(0x02014b50);
      const length = view.getUint16(at + 28, true);
      expect(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length))).toBe(name);
      const local = view.getUint32(at + 42, true);
      expect(view.getUint32(local, true)).toBe(0x04034b50);
      expect([...bytes.subarray(local + 30 + length, local + 30 + length + data.length)]).toEqual([...data]);
      at += 46 + length;
    }
    expect(at).toBe(end);
  });
});
