import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie } from 'hono/cookie';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';
import type { Actor } from '../partnership/access/index.ts';
import {
  badInput,
  type Ctx,
  enterSession,
  enterViewAs,
  notAllowed,
  notFound,
  termEnded,
} from '../partnership/access/server.ts';
import { seatOf, sessionTokenOf } from '../partnership/account/server.ts';
import { type Database, inTransaction } from '../platform/database/database.ts';
import { filesOf, parseForm, type Typed, typedOf } from '../platform/form.ts';
import { InputProblem } from '../platform/input-problem.ts';
import { type TrustedProxies, visitorAddress } from '../platform/visitor-address.ts';
import type { Locale } from '../ui/catalogue.ts';
import { emptyForm, type FormState, formState } from '../ui/form-state.ts';
import { actingNow } from './acting-now.ts';
import type { Answer } from './answer.ts';
import { explainProblems } from './form-problem.ts';
import { guardProblem } from './guard-problem.ts';
import { chooseLocale, languageCookieText } from './language.ts';
import { send, sendError } from './send.tsx';
import type { Services } from './services.ts';
import { uuidOrNull } from './uuid.ts';
import { type Visit, visitOf } from './visit.ts';

/** How a request gets its identity; null when it has none that this route accepts. */
export type Enter = (
  db: Database,
  request: { c: Context; services: Services },
) => Promise<Actor | null>;

export type Handler = (visit: Visit) => Promise<Answer>;

export interface Action<Schema extends z.ZodType> {
  /** Does it and says where to go. */
  act: (visit: Visit, input: z.output<Schema>) => Promise<Answer>;
  /** The page with the form, shown again with what was typed. */
  again: Handler;
  enter?: Enter;
  /** How much may be sent at once, where it is more than a form's words. */
  mostBytes?: number;
}

/** The longest text that a form takes, each letter written in nine bytes, fits into this. */
const wordsBytes = 256 * 1024;

/** One address of the product; for a form, what it takes. */
export interface Route {
  method: 'GET' | 'POST';
  path: string;
  schema?: z.ZodType;
  mostBytes?: number;
}

/** Anybody with a session; visitors read what is public. */
export const bySession: Enter = (db, { c, services }) =>
  enterSession(db, {
    token: sessionTokenOf(getCookie(c), services.signIn.secure),
    slug: c.req.param('slug') ?? null,
    wantedSeat: uuidOrNull(seatOf(getCookie(c), services.signIn.secure)),
    at: services.clock.now(),
  });

/** Every URL of the product is added here, so that the leak matrix can list them. */
export class Routes {
  readonly list: Route[] = [];
  readonly #hono: Hono;
  readonly services: Services;

  constructor(hono: Hono, services: Services) {
    this.#hono = hono;
    this.services = services;
  }

  get(path: string, handler: Handler, enter: Enter = bySession): void {
    this.list.push({ method: 'GET', path });
    this.#hono.get(path, (c) => this.#answer(c, enter, () => emptyForm, handler));
  }

  post<Schema extends z.ZodType>(path: string, schema: Schema, action: Action<Schema>): void {
    const { enter = bySession, mostBytes = wordsBytes } = action;
    this.list.push({ method: 'POST', path, schema, mostBytes });
    this.#hono.post(path, limitBody(mostBytes), async (c) => {
      const data = await c.req.formData().catch(() => null);
      if (!data) return sendError(c, this.services, null, badInput());
      const [typed, files] = [typedOf(data), filesOf(data)];
      return this.#answer(
        c,
        enter,
        () => emptyForm,
        (visit) =>
          action.act(
            { ...visit, files: (field) => files.get(field) ?? [] },
            parseForm(schema, typed),
          ),
        (problem) => this.#again(c, enter, typed, problem, action.again),
      );
    });
  }

  /** An address that is none of ours; whoever is signed in stays so. */
  unknown(c: Context): Promise<Response> {
    return this.#answer(
      c,
      bySession,
      () => emptyForm,
      () => Promise.reject(notFound()),
    );
  }

  #again(c: Context, enter: Enter, typed: Typed, problem: InputProblem, again: Handler) {
    const form = (locale: Locale) => formState(typed, explainProblems(locale, problem.problems));
    return this.#answer(c, enter, form, async (visit) => {
      const answer = await again(visit);
      return answer.kind === 'page' ? { ...answer, status: 422 } : answer;
    });
  }

  async #answer(
    c: Context,
    enter: Enter,
    form: (locale: Locale) => FormState,
    handler: Handler,
    onProblem?: (problem: InputProblem) => Promise<Response>,
  ): Promise<Response> {
    const services = this.services;
    if (!paramsAreWellFormed(c)) return sendError(c, services, null, notFound());
    let entered: Visit | null = null;
    try {
      return await inTransaction(services.database, async (db) => {
        const self = await enter(db, { c, services });
        if (!self) throw notFound();
        const actor = await actingNow(c, db, self, services);
        entered = this.#visit(c, db, actor, form);
        if (actor.ended && c.req.method === 'POST') throw termEnded();
        const seen = await seenAs(c, db, actor, services);
        const visit = seen ? this.#visit(c, db, seen, form) : entered;
        entered = visit;
        return send(c, visit, await handler(visit));
      });
    } catch (error) {
      const problem = error instanceof InputProblem ? error : guardProblem(error);
      if (problem && onProblem) return onProblem(problem);
      return sendError(c, services, entered, error);
    }
  }

  #visit(c: Context, db: Database, actor: Actor, form: (locale: Locale) => FormState): Visit {
    const services = this.services;
    const ctx: Ctx = {
      db,
      actor,
      clock: services.clock,
      random: services.random,
      signer: services.signer,
      baseUrl: services.baseUrl,
    };
    const locale = chooseLocale(c, actor);
    if (c.req.query('lang')) c.header('set-cookie', languageCookieText(locale), { append: true });
    return visitOf(c, {
      ctx,
      services,
      locale,
      form: form(locale),
      address: addressOf(c, services.trustedProxies),
    });
  }
}

const limitBody = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new HTTPException(413);
    },
  });

/** `?view-as=`: the page as somebody else would see it. Looking changes nothing, so no form is taken. */
async function seenAs(
  c: Context,
  db: Database,
  actor: Actor,
  { clock }: Services,
): Promise<Actor | null> {
  const key = c.req.query('view-as');
  if (key === undefined || !actor.seat) return null;
  if (c.req.method === 'POST') throw notAllowed();
  const seen = await enterViewAs(db, actor, key, clock.now());
  if (!seen) throw notFound();
  return seen;
}

/** Ids in paths are UUIDs, names and tokens plain letters; anything else is not a page of ours. */
function paramsAreWellFormed(c: Context): boolean {
  return Object.entries(c.req.param() as Record<string, string>).every(([name, value]) =>
    name === 'id' || name.endsWith('Id') ? uuidOrNull(value) !== null : /^[\w.~-]+$/.test(value),
  );
}

function addressOf(c: Context, trusted: TrustedProxies): string {
  const [socket, forwardedFor] = [socketAddressOf(c), c.req.header('x-forwarded-for')];
  return visitorAddress({ socket, forwardedFor }, trusted);
}

function socketAddressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? '';
  } catch {
    // Requests made in tests have no socket.
    return '';
  }
}
