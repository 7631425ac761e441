// A key as bytes: Workers' types allow that exportKey gives a JWK for every format.
import type { Bytes } from '../../schema/elections/crypto.ts';

export async function exported(format: 'raw' | 'spki' | 'pkcs8', key: CryptoKey): Promise<Bytes> {
  const bytes = await crypto.subtle.exportKey(format, key);
  if (!(bytes instanceof ArrayBuffer)) throw new TypeError(`no bytes in ${format}`);
  return new Uint8Array(bytes);
}
