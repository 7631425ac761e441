// Identifiers: what shapes they have, and how random bytes become one. Randomness comes in as an argument.
import * as z from 'zod/mini';

/**
 * Ids that authors' definitions carry (questions, options, rows, pages): safe as JSON keys and as HTML names. None begins
 * with `_` (tally keys of our own do) and none is a name that every JavaScript object has.
 */
export const localId = () => z.string().check(z.regex(/^(?!constructor$)[a-z0-9][a-z0-9_]{0,23}$/));

/** Ids of stored objects: 12 to 32 characters of base 32, so 60 bits or more when made by {@link encodeId}. */
export const objectId = () => z.string().check(z.regex(/^[a-z0-9]{2,32}$/));

/** A response id as the resident's browser mints it: at least 100 bits. */
export const responseId = () => z.string().check(z.regex(/^[a-z0-9]{20,32}$/));

/** A stored file (an attachment, a picture of the author's): 260 bits, so that nobody finds one by trying. */
export const fileId = () => z.string().check(z.regex(fileIdForm));
export const fileIdForm = /^[a-z0-9]{52}$/;

// Crockford's alphabet: no i, l, o, u, so a code read aloud or typed from paper is not mistaken.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** One character of 5 bits for each byte given. */
export function encodeId(bytes: Uint8Array): string {
  let id = '';
  for (const byte of bytes) id += alphabet.charAt(byte & 31);
  return id;
}

/** What a person typed or read aloud, brought to the alphabet: capitals, spaces and hyphens do not matter. */
export function normalizeCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-–—_.]/g, '')
    .replace(/[il]/g, '1')
    .replace(/o/g, '0')
    .replace(/u/g, 'v');
}

/** A code in groups of four for people: `7k4m29qfxd3p` → `7K4M-29QF-XD3P`. */
export function showCode(code: string): string {
  return (code.toUpperCase().match(/.{1,4}/g) ?? []).join('-');
}
