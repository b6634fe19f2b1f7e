import type { Hono } from 'hono';
import type { Matrix } from '../leaks/database-matrix.ts';
import type { LeakActor } from '../leaks/may-see.ts';
import type { Routes } from '../src/routes/routes.ts';

/** Where the attacks happen: the whole application on a world full of other people's records. */
export interface Target {
  matrix: Matrix;
  hono: Hono;
  routes: Routes;
  /** Ids that were sent in fields: a page that says one again tells its sender nothing. */
  sentIds: Set<string>;
  /** The token of the sign-in letter that left last. */
  letter(): Promise<string>;
}

/** One hostile request. */
export interface Attack {
  /** Whose browser sends it. */
  actor: LeakActor;
  /** Whom the address makes of whoever uses it; the actor unless it opens something by itself. */
  reader?: LeakActor;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
  path: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer> | URLSearchParams;
  /** What the holder of this address is told beyond what the holder may see. */
  told?: string;
  /** What this answer must be besides harmless. */
  must?: 'be accepted' | 'be refused' | 'be forbidden' | 'be too large' | 'look like nothing';
}

/** A named class of attacks. */
export interface AttackClass {
  name: string;
  /** Whether a request may do what its sender may do anyway; otherwise nothing at all may change. */
  ownChanges: boolean;
  attacks(target: Target): Iterable<Attack> | AsyncIterable<Attack>;
}

export function actorCalled({ matrix }: Target, key: string): LeakActor {
  const actor = matrix.world.actors.find((each) => each.key === key);
  if (!actor) throw new Error(`Nobody is called ${key}.`);
  return actor;
}

/** Away from any partnership a person is shown what is their own. */
export function readerOf({ matrix }: Target, { actor, reader, path }: Attack): LeakActor {
  if (reader || path.includes(slugOf(actor))) return reader ?? actor;
  const own = matrix.world.actors.find(
    ({ seat, way }) =>
      seat && way.by === 'session' && actor.way.by === 'session' && way.token === actor.way.token,
  );
  return own ?? actor;
}

export const slugOf = ({ way }: LeakActor) => (way.by === 'session' ? way.slug : '');
