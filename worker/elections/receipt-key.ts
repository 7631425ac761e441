// The key that signs a contest's receipts (schema/elections/cast.ts): ECDSA on P-256, not the issuer's.
import { signReceipt } from '../../schema/elections/cast.ts';
import type { Bytes } from '../../schema/elections/crypto.ts';
import { importSigner } from '../../schema/elections/signature.ts';
import { exported } from './exported.ts';
import { keep, take } from './kept-key.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };

interface ReceiptKey {
  /** uncompressed point, 65 bytes, as the ledger publishes it */
  readonly publicKey: Bytes;
  /** encrypted (kept-key.ts) */
  readonly kept: Bytes;
}

export async function makeReceiptKey(secret: string, contest: string): Promise<ReceiptKey> {
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new TypeError('EC keys come in pairs');
  const [publicKey, pkcs8] = await Promise.all([
    exported('raw', pair.publicKey),
    exported('pkcs8', pair.privateKey),
  ]);
  return { publicKey, kept: await keep(pkcs8, secret, 'receipts', contest) };
}

/**
 * Signs receipts of one contest, key unpacked once.
 *
 * @param ledger hash of the contest's ledger entry 0
 * @returns a function from the leaf of a ballot to the receipt, 64 bytes
 */
export async function receiptsOf(
  { kept }: Pick<ReceiptKey, 'kept'>,
  secret: string,
  contest: string,
  ledger: Bytes,
): Promise<(leaf: Bytes) => Promise<Bytes>> {
  const pkcs8 = await take(kept, secret, 'receipts', contest);
  const key = await importSigner(pkcs8);
  return (leaf) => signReceipt(key, ledger, leaf);
}
