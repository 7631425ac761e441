// The right to vote once, as a blind RSA signature (RFC 9474) of the elector's fresh public key: whoever signed it cannot
// tell for whom. Here it is verified, which anybody can; web/vote/blind.ts blinds, worker/elections/issuer.ts signs.
import { type Bytes, type Key, subtle } from './crypto.ts';

/**
 * RSABSSA-SHA384-PSS-Deterministic: the message is a key made from 256 random bits, and to such a message the randomized
 * variants add 32 bytes but no safety (RFC 9474 5). One RSA key for each contest, of 2048 bits.
 */
export const tokenAlgorithm = { name: 'RSA-PSS', hash: 'SHA-384' } as const;
/** Bytes of a token, of a blinded message and of its signature. */
export const tokenSize = 256;
const saltLength = 48;

/** The contest's issuer key from its SubjectPublicKeyInfo; undefined where it is none. */
export async function importIssuer(spki: Bytes): Promise<Key | undefined> {
  try {
    return await subtle().importKey('spki', spki, tokenAlgorithm, true, ['verify']);
  } catch {
    return undefined;
  }
}

/** Whether the issuer signed this public key (65 bytes) for some elector. */
export const verifyToken = async (issuer: Key, token: Bytes, point: Bytes): Promise<boolean> =>
  token.length === tokenSize &&
  (await subtle().verify({ name: 'RSA-PSS', saltLength }, issuer, token, point));
