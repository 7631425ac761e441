// Signatures of electors, tellers and the server: ECDSA on P-256 with SHA-256 (FIPS 186-5), r and s in 64 bytes.
import { type Bytes, type Key, subtle } from './crypto.ts';
import { importPoint } from './p256.ts';

const algorithm = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** A private key as WebCrypto exports it (PKCS#8, with its public point). @throws DataError for anything else */
export const importSigner = (pkcs8: Bytes): Promise<Key> =>
  subtle().importKey('pkcs8', pkcs8, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);

/** 64 bytes; another each time. */
export const sign = async (privateKey: Key, message: Bytes): Promise<Bytes> =>
  new Uint8Array(await subtle().sign(algorithm, privateKey, message));

/** Whether the owner of this public point (65 bytes) signed the message; false for anything that is malformed. */
export async function verify(point: Bytes, signature: Bytes, message: Bytes): Promise<boolean> {
  const key = await importPoint('ECDSA', point);
  return key !== undefined && signature.length === 64 && subtle().verify(algorithm, key, signature, message);
}
