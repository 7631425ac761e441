// The tree over a closed box (RFC 6962 2.1, RFC 9162 2.1): one hash for all ballots, and for each ballot a short proof that
// it is in. Leaves and nodes are hashed apart, so that no node passes for a ballot.
import { concat, equal } from './bytes.ts';
import { type Bytes, sha256 } from './crypto.ts';

export const leafHash = (entry: Bytes): Promise<Bytes> => sha256(concat(Uint8Array.of(0), entry));
const nodeHash = (left: Bytes, right: Bytes): Promise<Bytes> => sha256(concat(Uint8Array.of(1), left, right));

/** The largest power of two below n, for n > 1: so many leaves are on the left. */
function leftOf(n: number): number {
  let size = 1;
  while (size * 2 < n) size *= 2;
  return size;
}

/** 32 bytes over leaf hashes in the order given; of no leaves the hash of nothing. */
export async function merkleRoot(leaves: readonly Bytes[]): Promise<Bytes> {
  const [first] = leaves;
  if (!first) return sha256(new Uint8Array());
  if (leaves.length === 1) return first;
  const left = leftOf(leaves.length);
  return nodeHash(await merkleRoot(leaves.slice(0, left)), await merkleRoot(leaves.slice(left)));
}

/** The hashes beside the way from leaf `at` to the root, the lowest first (RFC 9162 2.1.3.1); at most ⌈log₂ n⌉. */
export async function inclusionProof(leaves: readonly Bytes[], at: number): Promise<Bytes[]> {
  if (leaves.length <= 1) return [];
  const left = leftOf(leaves.length);
  const [lower, upper] = [leaves.slice(0, left), leaves.slice(left)];
  return at < left
    ? [...(await inclusionProof(lower, at)), await merkleRoot(upper)]
    : [...(await inclusionProof(upper, at - left)), await merkleRoot(lower)];
}

/** Whether this leaf is number `at` of `size` under the root (RFC 9162 2.1.3.2). */
export async function proves(
  root: Bytes,
  size: number,
  at: number,
  leaf: Bytes,
  proof: readonly Bytes[],
): Promise<boolean> {
  if (!(Number.isInteger(at) && at >= 0 && at < size)) return false;
  const climb = async (from: number, count: number, rest: readonly Bytes[]): Promise<Bytes | undefined> => {
    const beside = rest[rest.length - 1];
    if (count === 1) return rest.length === 0 ? leaf : undefined;
    if (!beside) return undefined;
    const left = leftOf(count);
    const onLeft = from < left;
    const below = await climb(onLeft ? from : from - left, onLeft ? left : count - left, rest.slice(0, -1));
    return below && (onLeft ? nodeHash(below, beside) : nodeHash(beside, below));
  };
  const found = await climb(at, size, proof);
  return found !== undefined && equal(found, root);
}
