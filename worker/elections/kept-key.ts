// Private keys that the server keeps for a contest: encrypted under a secret of the Worker, bound to their use and contest,
// so that a copy of the database holds none.
import { concat, frame } from '../../schema/elections/bytes.ts';
import { type Bytes, hkdf, utf8 } from '../../schema/elections/crypto.ts';

const ivSize = 12;

type KeptFor = 'issuer' | 'receipts';

async function cipher(secret: string, use: KeptFor, contest: string, iv: Bytes) {
  const raw = await hkdf(utf8(secret), new Uint8Array(), utf8(`linli kept key 1 ${use}`), 32);
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  return {
    key,
    algorithm: { name: 'AES-GCM', iv, additionalData: frame('linli kept key 1', utf8(contest)) },
  };
}

/** @param secret of the Worker, at least 128 random bits as text; @returns iv (12 bytes), then the PKCS#8 key encrypted by AES-256-GCM */
export async function keep(pkcs8: Bytes, secret: string, use: KeptFor, contest: string): Promise<Bytes> {
  const iv = crypto.getRandomValues(new Uint8Array(ivSize));
  const { key, algorithm } = await cipher(secret, use, contest, iv);
  return concat(iv, new Uint8Array(await crypto.subtle.encrypt(algorithm, key, pkcs8)));
}

/** @throws OperationError where another secret, use or contest was meant, or a byte was changed */
export async function take(kept: Bytes, secret: string, use: KeptFor, contest: string): Promise<Bytes> {
  const { key, algorithm } = await cipher(secret, use, contest, kept.slice(0, ivSize));
  return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, kept.slice(ivSize)));
}
