import { notFound, type SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';
import { own, type PersonKeyMade, storePasskey, storePersonKey } from './keys.store.ts';

/** Keeps the acting person's key pair, the private half wrapped. After a lost passphrase it is a new one. */
export async function keepPersonKey(ctx: SeatedCtx, made: PersonKeyMade): Promise<void> {
  await storePersonKey(ctx, made);
  await audit(ctx, 'caucus.keys-made', { visibleTo: own(ctx).visibleTo });
}

/** The passkey opens the same private key as the passphrase does. */
export async function keepPasskey(
  ctx: SeatedCtx,
  wrapped: { passkey: string; byPasskey: Uint8Array },
): Promise<void> {
  if (!(await storePasskey(ctx, wrapped))) throw notFound();
}
