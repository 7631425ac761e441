// Who is signed in, for every room; what they may do where decides what is offered (the Worker decides what is done).
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Role } from '../../schema/api/endpoint.ts';
import type { Me } from '../../schema/api/session.ts';

export interface Session {
  me: Me;
  put: (me: Me) => void;
}

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('a signed-in page stands outside the session');
  return session;
}

export type Branch = Me['grants'][number]['unit'];

/** Tops of the branches in which one of these roles is held, each once, the highest first. */
export function branches(me: Me, roles: readonly Role[]): Branch[] {
  const found = new Map<string, { unit: Branch; path: string }>();
  for (const grant of me.grants) if (roles.includes(grant.role)) found.set(grant.unit.id, grant);
  return [...found.values()].sort((one, other) => one.path.length - other.path.length).map((one) => one.unit);
}
export const adminBranches = (me: Me) => branches(me, ['admin']);
/** Helpers see no boards. */
export const boardBranches = (me: Me) => branches(me, ['admin', 'editor', 'leader']);
export const editorBranches = (me: Me) => branches(me, ['admin', 'editor']);
/** Leaders and nothing else come to read. */
export const reads = ({ grants }: Me): boolean =>
  grants.length > 0 && grants.every(({ role }) => role === 'leader');
