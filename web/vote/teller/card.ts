// The key card 开箱卡: both keys of a teller and their link, encrypted under a passphrase, as one line of text that fits a file
// and a QR code. Only this device ever sees them unencrypted.
import { concat, fromBase64url, toBase64url } from '../../../schema/elections/bytes.ts';
import { type Bytes, fromUtf8, utf8 } from '../../../schema/elections/crypto.ts';
import { keyOf, type RawKey } from '../../../schema/elections/p256.ts';

export interface Keys {
  teller: string;
  link: string;
  opening: RawKey;
  signing: RawKey;
}

const prefix = 'linli-card-1';
/** OWASP's figure for PBKDF2 with SHA-256 (Password Storage Cheat Sheet, 2023): about a second on a phone. */
const rounds = 600_000;

async function cipher(
  passphrase: string,
  salt: Bytes,
  iv: Bytes,
  teller: string,
  usage: 'encrypt' | 'decrypt',
) {
  const material = await crypto.subtle.importKey('raw', utf8(passphrase.normalize('NFKC')), 'PBKDF2', false, [
    'deriveKey',
  ]);
  const key = await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    [usage],
  );
  return { key, algorithm: { name: 'AES-GCM', iv, additionalData: utf8(`${prefix}.${teller}`) } };
}

/** `linli-card-1.<teller>.<salt>.<iv>.<encrypted>`, base64url each. */
export async function writeCard(keys: Keys, passphrase: string): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const { key, algorithm } = await cipher(passphrase, salt, iv, keys.teller, 'encrypt');
  const plain = concat(keys.opening.secret, keys.signing.secret, utf8(keys.link));
  const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, plain));
  return [prefix, keys.teller, toBase64url(salt), toBase64url(iv), toBase64url(sealed)].join('.');
}

const form = /linli-card-1\.([a-z0-9]{2,32})\.([\w-]{22})\.([\w-]{16})\.([\w-]+)/;

/** The card in a text, wherever it stands: a file, a pasted line, the address in a QR code. */
export const cardIn = (text: string): string | undefined => form.exec(text)?.[0];

/** Whose card it is, without a passphrase. */
export const tellerOfCard = (card: string): string | undefined => form.exec(card)?.[1];

/** The keys; undefined for another passphrase or a damaged card. */
export async function readCard(card: string, passphrase: string): Promise<Keys | undefined> {
  const [, teller = '', salt = '', iv = '', sealed = ''] = form.exec(card) ?? [];
  const [saltBytes, ivBytes, bytes] = [fromBase64url(salt), fromBase64url(iv), fromBase64url(sealed)];
  if (!saltBytes || !ivBytes || !bytes) return undefined;
  try {
    const { key, algorithm } = await cipher(passphrase, saltBytes, ivBytes, teller, 'decrypt');
    const plain = new Uint8Array(await crypto.subtle.decrypt(algorithm, key, bytes));
    const [opening, signing] = [keyOf(plain.slice(0, 32)), keyOf(plain.slice(32, 64))];
    const link = fromUtf8(plain.slice(64)) ?? '';
    return opening && signing ? { teller, link, opening, signing } : undefined;
  } catch {
    return undefined;
  }
}

/** What is wrong with a passphrase, by code; undefined where it will do. */
export function passphraseFault(passphrase: string): 'short' | 'digits' | 'same' | undefined {
  const signs = [...passphrase.normalize('NFKC').trim()];
  const han = signs.filter((sign) => /\p{Script=Han}/u.test(sign)).length;
  // A Chinese sign is worth about two others.
  if (signs.length + han < 10) return 'short';
  if (signs.every((sign) => /\d/.test(sign)) && signs.length < 16) return 'digits';
  return new Set(signs).size < 5 ? 'same' : undefined;
}
