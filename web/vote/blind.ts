// Check-in as the elector's browser sees it: the fresh public key is blinded, the server signs it unseen, and what comes back
// is unblinded to a token that nobody can connect with the check-in (RFC 9474 4.2 and 4.4).
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import type { Bytes, Key } from '../../schema/elections/crypto.ts';

/** The variant of schema/elections/token.ts. */
const suite = () => RSABSSA.SHA384.PSS.Deterministic();

interface Blinded {
  /** 256 bytes, for the server */
  readonly blinded: Bytes;
  /** 256 bytes, to unblind with: as secret as the ballot, kept on the device until the token is there */
  readonly inverse: Bytes;
}

/** @param issuer of ledger entry 0, by importIssuer; @param point the elector's public key, 65 bytes */
export async function blind(issuer: Key, point: Bytes): Promise<Blinded> {
  const { blindedMsg, inv } = await suite().blind(issuer, point);
  return { blinded: new Uint8Array(blindedMsg), inverse: new Uint8Array(inv) };
}

/** The token, 256 bytes; undefined where the server did not sign what it was given. */
export async function unblind(
  issuer: Key,
  point: Bytes,
  signature: Bytes,
  inverse: Bytes,
): Promise<Bytes | undefined> {
  try {
    return new Uint8Array(await suite().finalize(issuer, point, signature, inverse));
  } catch {
    return undefined;
  }
}
