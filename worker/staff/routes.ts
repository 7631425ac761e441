// Signing in and out, invitations, and the accounts of a branch. HTTP only: cookies and addresses stay here.
import * as session from '../../schema/api/session.ts';
import * as contract from '../../schema/api/staff.ts';
import { clientOf } from '../http/client.ts';
import { type App, publicRoute, route } from '../http/route.ts';
import { beginSession, forgetCookie, sessionHash } from '../http/session.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { changePassword } from './change-password.ts';
import { createStaff } from './create-staff.ts';
import { markIn, markOf, setMark } from './device.ts';
import { importStaff } from './import-staff.ts';
import { listStaff } from './list-staff.ts';
import { resetStaff } from './reset-staff.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { updateStaff } from './update-staff.ts';
import { whoAmI } from './who-am-i.ts';

export function staffRoutes(app: App): void {
  publicRoute(app, session.signIn, (call, { body }, c) =>
    signIn(call, body, {
      address: clientOf(c),
      mark: markIn(c),
      begin: (staff) => beginSession(c, staff, call.now),
      remember: (mark) => setMark(c, mark),
    }),
  );
  publicRoute(app, session.acceptInvitation, (call, { body }, c) =>
    acceptInvitation(call, body, {
      begin: (staff) => beginSession(c, staff, call.now),
      remember: (mark) => setMark(c, mark),
    }),
  );
  route(app, session.whoAmI, ({ db, actor }) => whoAmI(db, actor.id));
  route(app, session.signOut, async (call, { query }, c) => {
    await signOut(call, (await sessionHash(c)) ?? '', query.everywhere === '1');
    forgetCookie(c);
  });
  route(app, session.changePassword, async (call, { body }, c) => {
    const kept = await changePassword(call, body, (await sessionHash(c)) ?? '');
    setMark(c, markOf(call.actor.id, kept));
  });
  route(app, contract.listStaff, (call, { params, query }) => listStaff(call, params.unit, query));
  route(app, contract.createStaff, (call, { params, body }) => createStaff(call, params.unit, body));
  route(app, contract.importStaff, (call, { params, body }) => importStaff(call, params.unit, body));
  route(app, contract.updateStaff, (call, { params, body }) => updateStaff(call, params.staff, body));
  route(app, contract.resetStaff, (call, { params }) => resetStaff(call, params.staff));
}
