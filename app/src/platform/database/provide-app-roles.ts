import { asRole, canSignIn, withClient } from './connection.ts';
import type { OpenedBackend } from './open-database.ts';
import { provideLogin } from './roles.ts';

/** A request that waits longer than these has failed for the person anyway. */
const patience = {
  statement_timeout: `'30s'`,
  lock_timeout: `'10s'`,
  idle_in_transaction_session_timeout: `'60s'`,
};

/** Sees that the two roles can sign in; needs no right to create roles once they can. */
export async function provideAppRoles(
  backend: Pick<OpenedBackend, 'owner' | 'roles' | 'passwords'>,
): Promise<void> {
  const { owner, roles, passwords } = backend;
  const settings = { app: patience, auth: { ...patience, search_path: 'auth' } };
  for (const kind of ['app', 'auth'] as const) {
    if (await canSignIn(asRole(owner, roles[kind], passwords[kind]))) continue;
    await withClient(owner, (client) =>
      provideLogin(client, roles[kind], passwords[kind], settings[kind]),
    );
  }
}
