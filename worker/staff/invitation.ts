// A link to set a password with. The secret is in the fragment, which no server or log sees; only its hash is stored.
import { sha256 } from '../db/hash.ts';
import { newToken } from '../db/random.ts';

export const invitationLife = 7 * 86_400_000;

export async function newInvitation(origin: string, now: number) {
  const token = newToken();
  return {
    hash: await sha256(token),
    link: `${origin}/staff/invite#${token}`,
    expiresAt: now + invitationLife,
  };
}
