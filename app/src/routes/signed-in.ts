import { type AccountFound, isFresh, readAccount } from '../partnership/account/server.ts';
import { InputProblem } from '../platform/input-problem.ts';
import { tokenOf } from './arrival.ts';
import type { Visit } from './visit.ts';

/** Somebody at their own account. */
export interface SignedIn {
  account: AccountFound;
  token: string | null;
  /** Signed in a moment ago: they may change how they sign in. */
  fresh: boolean;
}

export async function signedIn(visit: Visit): Promise<SignedIn | null> {
  const { signIn } = visit.services;
  const id = visit.ctx.actor.account?.id;
  const account = id ? await readAccount(signIn, id) : null;
  if (!account) return null;
  const token = tokenOf(visit);
  return { account, token, fresh: await isFresh(signIn, account.id, token) };
}

/** Ends a change of how somebody signs in unless they signed in a moment ago. */
export async function freshlySignedIn(visit: Visit): Promise<SignedIn> {
  const here = await signedIn(visit);
  if (!here?.fresh) throw new InputProblem({ form: 'account.not-fresh' });
  return here;
}
