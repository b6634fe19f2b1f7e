import { AppError } from '../../platform/errors.ts';
import type { Actor, SeatedActor } from './actor.ts';
import type { Ctx, SeatedCtx } from './ctx.ts';

/** There is nothing here that this actor may read. The same answer whether it exists or not. */
export function notFound(): AppError {
  return new AppError({ code: 'access.not-found', status: 404, userMessage: 'not-found' });
}

/** What arrived is no form of ours. */
export function badInput(): AppError {
  return new AppError({ code: 'access.bad-input', status: 422, userMessage: 'bad-input' });
}

/** The actor may read this but not do that. */
export function notAllowed(): AppError {
  return new AppError({ code: 'access.not-allowed', status: 403, userMessage: 'not-allowed' });
}

/** The seat from which this was done is not theirs any more. */
export function termEnded(): AppError {
  return new AppError({ code: 'access.term-ended', status: 403, userMessage: 'term-ended' });
}

/** Somebody else did something in the same moment that this would overwrite or contradict. */
export function meanwhile(): AppError {
  return new AppError({ code: 'access.meanwhile', status: 409, userMessage: 'meanwhile' });
}

export function isSeated(actor: Actor): actor is SeatedActor {
  return actor.seat !== null && actor.partnership !== null;
}

/** Narrows to a context in which somebody wears a hat; others find nothing here. */
export function seated(ctx: Ctx): SeatedCtx {
  if (!isSeated(ctx.actor)) throw notFound();
  return ctx as SeatedCtx;
}

/** Ends a use-case unless its policy function says yes. */
export function allow(may: boolean): void {
  if (!may) throw notAllowed();
}
