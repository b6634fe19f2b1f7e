import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Random } from '../../platform/random.ts';
import type { Signer } from '../../platform/signer.ts';
import type { Actor, SeatedActor } from './actor.ts';

/** Everything a use-case may touch. `db` is the request's transaction, already entered as the actor. */
export interface Ctx {
  db: Database;
  actor: Actor;
  clock: Clock;
  random: Random;
  /** Signs links; never leaves the server. */
  signer: Signer;
  /** Where this installation is reached, for links in mail: "https://concord.example". */
  baseUrl: string;
}

export type SeatedCtx = Ctx & { actor: SeatedActor };
