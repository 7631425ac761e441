// The issuer of a contest's tokens: it signs at check-in what it cannot read (RFC 9474 4.3, BlindSign). One key for each
// contest, for this alone: what signs unseen must sign nothing else.
import type { Bytes } from '../../schema/elections/crypto.ts';
import { tokenAlgorithm, tokenSize } from '../../schema/elections/token.ts';
import { exported } from './exported.ts';
import { keep, take } from './kept-key.ts';

interface Issuer {
  /** SubjectPublicKeyInfo, as the ledger publishes it */
  readonly publicKey: Bytes;
  /** encrypted (kept-key.ts) */
  readonly kept: Bytes;
}

/** A new RSA key of 2048 bits: some 70 ms, so at most 20 in one request. */
export async function makeIssuer(secret: string, contest: string): Promise<Issuer> {
  const pair = await crypto.subtle.generateKey(
    { ...tokenAlgorithm, modulusLength: tokenSize * 8, publicExponent: Uint8Array.of(1, 0, 1) },
    true,
    ['sign', 'verify'],
  );
  if (!('privateKey' in pair)) throw new TypeError('RSA keys come in pairs');
  const [publicKey, pkcs8] = await Promise.all([
    exported('spki', pair.publicKey),
    exported('pkcs8', pair.privateKey),
  ]);
  return { publicKey, kept: await keep(pkcs8, secret, 'issuer', contest) };
}

/**
 * 256 bytes for a blinded message of 256 bytes; undefined for one of another length or beyond the modulus. RSA-RAW is
 * workerd's own, 200 times faster than RSA in JavaScript; BoringSSL below it checks each signature against the public key
 * before it lets it out, as RFC 9474 asks.
 */
export async function signBlinded(
  { kept }: Pick<Issuer, 'kept'>,
  secret: string,
  contest: string,
  blinded: Bytes,
): Promise<Bytes | undefined> {
  if (blinded.length !== tokenSize) return undefined;
  const pkcs8 = await take(kept, secret, 'issuer', contest);
  const raw = { ...tokenAlgorithm, name: 'RSA-RAW' };
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, raw, false, ['sign']);
  try {
    return new Uint8Array(await crypto.subtle.sign(raw.name, key, blinded));
  } catch {
    return undefined;
  }
}
