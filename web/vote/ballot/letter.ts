// What an address of the voting page carries behind its #, where no server and no log sees it: the code of a letter, with the
// hash of ledger entry 0 where the letter was printed after the freeze, or a voting slip.
export interface Slip {
  contest: string;
  /** 32 bytes that the elector's key comes from, and the token: base64url */
  secret: string;
  token: string;
}

export type Carried =
  | { kind: 'letter'; secret: string; hash?: string }
  | { kind: 'slip'; slip: Slip }
  | undefined;

export function carriedBy(fragment: string): Carried {
  const text = fragment.replace(/^#/, '');
  const slip = /^slip\.([a-z0-9]{2,32})\.([\w-]{43})\.([\w-]{342})$/.exec(text);
  if (slip) {
    const [, contest = '', secret = '', token = ''] = slip;
    return { kind: 'slip', slip: { contest, secret, token } };
  }
  const letter = /^([0-9A-Za-z-]{8,60})(?:\.([0-9a-f]{64}))?$/.exec(text);
  if (!letter?.[1]) return undefined;
  return { kind: 'letter', secret: letter[1], ...(letter[2] ? { hash: letter[2] } : {}) };
}

export const slipAddress = (origin: string, { contest, secret, token }: Slip): string =>
  `${origin}/v#slip.${contest}.${secret}.${token}`;

const remembered = 'linli-letter';

/** Takes the fragment out of the address, so that a page that is shared or photographed gives nothing away; a reload finds it. */
export function takeFragment(): string {
  const { hash, pathname } = location;
  if (hash.length > 1) {
    sessionStorage.setItem(remembered, hash);
    history.replaceState(null, '', pathname);
  }
  return sessionStorage.getItem(remembered) ?? '';
}

export const keepFragment = (text: string): void => sessionStorage.setItem(remembered, text);
export const dropFragment = (): void => sessionStorage.removeItem(remembered);
