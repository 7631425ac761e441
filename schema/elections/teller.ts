// What a teller signs about the own keys, apart from the acts of a ledger.
import { frame } from './bytes.ts';
import { type Bytes, utf8 } from './crypto.ts';

/** Both public keys belong to this teller. */
export const keysMessage = (teller: string, opening: Bytes, signing: Bytes): Bytes =>
  frame('linli teller keys 1', utf8(teller), opening, signing);

/** What the test ballot held: the saved card opens and signs. */
export const testMessage = (teller: string, content: Bytes): Bytes =>
  frame('linli teller test 1', utf8(teller), content);
