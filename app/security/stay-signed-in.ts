import type { LeakActor } from '../leaks/may-see.ts';
import { actorCalled, slugOf, type Target } from './attack.ts';

/** Some forms end the sender's own session, as they should; whoever attacks comes back with it. */
export async function staySignedIn({ matrix }: Target, { way }: LeakActor): Promise<void> {
  if (way.by !== 'session' || !way.token) return;
  await matrix.world.here.database.owner.query(
    `insert into auth.session (token_hash, account_id, expires_at)
     select sha256(convert_to($1, 'UTF8')), id, '2099-01-01' from auth."user"
     where replace(name, ' ', '-') = $1 on conflict do nothing`,
    [way.token],
  );
}

/** Attacks prove nothing when their sender could not do anything anyway. */
export async function whoIsGone(target: Target): Promise<string[]> {
  const gone: string[] = [];
  for (const key of ['superintendent', 'parent', 'board', 'principal']) {
    const actor = actorCalled(target, key);
    const { status } = await target.hono.request(`http://concord.test/p/${slugOf(actor)}/caucus`, {
      headers: { cookie: `concord.session_token=${key}` },
    });
    if (status !== 200) gone.push(`${key} is not there any more (${status})`);
  }
  return gone;
}
