// A phone as a roll keeps it: an HMAC under the line's own salt, so that two numbers can be told apart or found equal, no
// number is seen by whoever reads or exports a roll, and the same number in two lines has two hashes. It is no secret from
// whoever holds the database: the salt is there too, and all numbers of a town are tried in minutes.
import { hex } from '../db/hash.ts';

const encoder = new TextEncoder();

/** Hashes digits only: 138-0013-8000 is 13800138000. '' for no phone. */
export async function contactHasher(salt: string): Promise<(phone: string) => Promise<string | null>> {
  const key = await crypto.subtle.importKey(
    'raw',
    encoder.encode(salt),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  return async (phone) => {
    const digits = phone.replace(/\D/g, '');
    if (digits === '') return null;
    const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(digits)));
    return hex(mac.subarray(0, 16));
  };
}
