// P-256 keys made from a secret, the same on every device. WebCrypto alone cannot do that: Safari refuses a private key that
// comes without its public point (WebKit bug 302707), Firefox will not tell the point of one (Mozilla bug 2000795). So the
// point is computed here, from constants of SEC 2 v2 2.4.2, and everything else is left to WebCrypto.
//
// Not in constant time: each secret is used by its owner's device, once for a ballot or once for each visit.
import { concat, toBase64url } from './bytes.ts';
import { type Bytes, hkdf, type Key, type KeyPair, subtle, utf8 } from './crypto.ts';

const prime = BigInt('0xffffffff00000001000000000000000000000000ffffffffffffffffffffffff');
const order = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');
const generator: Point = [
  BigInt('0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296'),
  BigInt('0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5'),
  BigInt(1),
];

/** Jacobian coordinates: the point is (X/Z², Y/Z³). */
type Point = readonly [x: bigint, y: bigint, z: bigint];

const zero = BigInt(0);
const one = BigInt(1);
const two = BigInt(2);
const three = BigInt(3);
const four = BigInt(4);
const eight = BigInt(8);

const mod = (value: bigint): bigint => {
  const rest = value % prime;
  return rest < zero ? rest + prime : rest;
};

/** Cohen–Miyaji–Ono doubling for a = −3 (hyperelliptic.org/EFD, dbl-2001-b without its shortcuts). */
function double([x, y, z]: Point): Point {
  const zz = mod(z * z);
  const slope = mod(three * (x - zz) * (x + zz));
  const yy = mod(y * y);
  const xyy = mod(four * x * yy);
  const x3 = mod(slope * slope - two * xyy);
  return [x3, mod(slope * (xyy - x3) - eight * yy * yy), mod(two * y * z)];
}

/** Addition (EFD, add-1998-cmo-2) of two points that are neither equal nor opposite. */
function add([x1, y1, z1]: Point, [x2, y2, z2]: Point): Point {
  const zz1 = mod(z1 * z1);
  const zz2 = mod(z2 * z2);
  const u1 = mod(x1 * zz2);
  const s1 = mod(y1 * zz2 * z2);
  const h = mod(x2 * zz1 - u1);
  const r = mod(y2 * zz1 * z1 - s1);
  const hh = mod(h * h);
  const hhh = mod(hh * h);
  const v = mod(u1 * hh);
  const x3 = mod(r * r - hhh - two * v);
  return [x3, mod(r * (v - x3) - s1 * hhh), mod(z1 * z2 * h)];
}

function inverse(value: bigint): bigint {
  let [rest, next] = [prime, mod(value)];
  let [factor, following] = [zero, one];
  while (next !== zero) {
    const quotient = rest / next;
    [rest, next] = [next, rest - quotient * next];
    [factor, following] = [following, factor - quotient * following];
  }
  return mod(factor);
}

/** Generator times 1, 2, 4 …, grown when first needed. */
const doubled: Point[] = [generator];

/**
 * Generator times scalar, for 0 < scalar < order. The sum so far is always less than the next power of two, and with it at
 * most the scalar, so that {@link add} never meets equal or opposite points.
 */
function timesGenerator(scalar: bigint): readonly [x: bigint, y: bigint] {
  let sum: Point | undefined;
  let power = generator;
  for (let bits = scalar, at = 0; bits > zero; bits >>= one, at++) {
    if (at > 0) power = doubled[at] ??= double(power);
    if ((bits & one) === one) sum = sum ? add(sum, power) : power;
  }
  const [x, y, z] = sum ?? generator;
  const scale = inverse(z);
  return [mod(x * scale * scale), mod(y * scale * scale * scale)];
}

const toBytes = (value: bigint): Bytes =>
  Uint8Array.from(value.toString(16).padStart(64, '0').match(/../g) ?? [], (pair) =>
    Number.parseInt(pair, 16),
  );
const toInteger = (bytes: Bytes): bigint =>
  bytes.reduce((value, byte) => (value << eight) | BigInt(byte), zero);

export interface RawKey {
  /** 32 bytes, big-endian */
  readonly secret: Bytes;
  /** the uncompressed point of SEC 1 2.3.3, 65 bytes beginning with 4 */
  readonly point: Bytes;
}

/** The key with this secret scalar; undefined for 0 and for what is not below the order. */
export function keyOf(secret: Bytes): RawKey | undefined {
  const scalar = toInteger(secret);
  if (secret.length !== 32 || scalar === zero || scalar >= order) return undefined;
  const [x, y] = timesGenerator(scalar);
  return { secret, point: concat(Uint8Array.of(4), toBytes(x), toBytes(y)) };
}

const suite = concat(utf8('HPKE-v1KEM'), Uint8Array.of(0, 0x10));

/** DeriveKeyPair of DHKEM(P-256, HKDF-SHA256), RFC 9180 7.1.3: the same key for the same bytes (32 or more). */
export async function deriveKey(material: Bytes): Promise<RawKey> {
  const labelled = concat(suite, utf8('dkp_prk'), material);
  for (let counter = 0; counter < 256; counter++) {
    const info = concat(Uint8Array.of(0, 32), suite, utf8('candidate'), Uint8Array.of(counter));
    const found = keyOf(await hkdf(labelled, new Uint8Array(), info, 32));
    if (found) return found;
  }
  throw new RangeError('no key can be derived');
}

export type EcUse = 'ECDH' | 'ECDSA';

/** A public point for agreeing (ECDH) or verifying (ECDSA); undefined where the bytes are no point of the curve. */
export async function importPoint(use: EcUse, point: Bytes): Promise<Key | undefined> {
  if (point.length !== 65) return undefined;
  try {
    const algorithm = { name: use, namedCurve: 'P-256' } as const;
    return await subtle().importKey('raw', point, algorithm, true, use === 'ECDSA' ? ['verify'] : []);
  } catch {
    return undefined;
  }
}

/** Both halves of a key as WebCrypto holds them. The private half does not come out again. */
export async function importKey(use: EcUse, { secret, point }: RawKey): Promise<KeyPair> {
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: toBase64url(point.subarray(1, 33)),
    y: toBase64url(point.subarray(33)),
    d: toBase64url(secret),
  } as const;
  const algorithm = { name: use, namedCurve: 'P-256' } as const;
  const usage = use === 'ECDSA' ? 'sign' : 'deriveBits';
  const publicKey = await importPoint(use, point);
  if (!publicKey) throw new RangeError('no point of P-256');
  return { publicKey, privateKey: await subtle().importKey('jwk', jwk, algorithm, false, [usage]) };
}
