// The part of WebCrypto that elections use, written down because schema/ knows no platform: this file alone takes it from
// the global scope. Browsers offer it on https and localhost only.

export type Bytes = Uint8Array<ArrayBuffer>;

type Usage = 'encrypt' | 'decrypt' | 'sign' | 'verify' | 'deriveBits';

/** What a CryptoKey shows of itself. */
export interface Key {
  readonly type: 'public' | 'private' | 'secret';
  readonly extractable: boolean;
  readonly algorithm: { readonly name: string };
  readonly usages: Usage[];
}

export interface KeyPair {
  readonly publicKey: Key;
  readonly privateKey: Key;
}

/** A P-256 key as RFC 7518 6.2 writes it; coordinates in base64url. */
interface EcJwk {
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
  d: string;
}

interface Subtle {
  digest(hash: 'SHA-256', data: Bytes): Promise<ArrayBuffer>;
  importKey(
    format: 'raw' | 'spki' | 'pkcs8',
    key: Bytes,
    algorithm: string | { name: string; namedCurve?: 'P-256'; hash?: string },
    extractable: boolean,
    usages: readonly Usage[],
  ): Promise<Key>;
  importKey(
    format: 'jwk',
    key: EcJwk,
    algorithm: { name: string; namedCurve: 'P-256' },
    extractable: boolean,
    usages: readonly Usage[],
  ): Promise<Key>;
  deriveBits(
    algorithm: { name: 'HKDF'; hash: 'SHA-256'; salt: Bytes; info: Bytes },
    key: Key,
    bits: number,
  ): Promise<ArrayBuffer>;
  encrypt(algorithm: Gcm, key: Key, data: Bytes): Promise<ArrayBuffer>;
  decrypt(algorithm: Gcm, key: Key, data: Bytes): Promise<ArrayBuffer>;
  sign(algorithm: Signing, key: Key, data: Bytes): Promise<ArrayBuffer>;
  verify(algorithm: Signing, key: Key, signature: Bytes, data: Bytes): Promise<boolean>;
}

type Gcm = { name: 'AES-GCM'; iv: Bytes; additionalData: Bytes };
type Signing = { name: 'ECDSA'; hash: 'SHA-256' } | { name: 'RSA-PSS'; saltLength: number };

declare const crypto: { readonly subtle: Subtle };
declare const TextEncoder: new () => { encode(text: string): Bytes };
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Bytes): string };

export const subtle = () => crypto.subtle;

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

/** The text of these bytes; undefined where they are not UTF-8. A byte order mark stays: it is part of what was hashed. */
export function fromUtf8(bytes: Bytes): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** SHA-256 (FIPS 180-4): 32 bytes. */
export const sha256 = async (data: Bytes): Promise<Bytes> =>
  new Uint8Array(await subtle().digest('SHA-256', data));

/** HKDF-SHA256 (RFC 5869), extract and expand: `length` bytes from `secret`. */
export async function hkdf(secret: Bytes, salt: Bytes, info: Bytes, length: number): Promise<Bytes> {
  const key = await subtle().importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  return new Uint8Array(
    await subtle().deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, key, length * 8),
  );
}
