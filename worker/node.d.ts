// The few Node functions that the Worker takes from workerd's nodejs_compat. Declared here because @types/node
// would bring all of Node's globals into a world that has none of them.
declare module 'node:crypto' {
  interface ScryptOptions {
    N: number;
    r: number;
    p: number;
    /** Bytes; must exceed 128 * N * r. */
    maxmem: number;
  }
  interface Digest {
    update(data: string | Uint8Array): Digest;
    digest(): Uint8Array;
    digest(encoding: 'hex' | 'base64' | 'base64url'): string;
  }
  export function scrypt(
    password: string | Uint8Array,
    salt: string | Uint8Array,
    keyLength: number,
    options: ScryptOptions,
    done: (error: Error | null, key: Uint8Array) => void,
  ): void;
  export function timingSafeEqual(a: Uint8Array, b: Uint8Array): boolean;
  export function randomBytes(size: number): Uint8Array;
  export function createHash(algorithm: 'sha256' | 'sha384' | 'sha512'): Digest;
  export function createHmac(algorithm: 'sha256' | 'sha384' | 'sha512', key: string | Uint8Array): Digest;
}
