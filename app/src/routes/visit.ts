import type { Context } from 'hono';
import type { Ctx } from '../partnership/access/server.ts';
import type { Catalogue, Locale } from '../ui/catalogue.ts';
import { translate, type WordValues } from '../ui/catalogue.ts';
import { type DateWords, datesFor } from '../ui/dates.ts';
import type { FormState } from '../ui/form-state.ts';
import type { Services } from './services.ts';

/** One request, as a handler sees it. */
export interface Visit {
  ctx: Ctx;
  services: Services;
  locale: Locale;
  url: URL;
  /** What was typed and what is wrong with it; empty on the first showing. */
  form: FormState;
  /** Files that were sent along in a field; none on pages and for a field left empty. */
  files(field: string): readonly File[];
  param(name: string): string;
  query(name: string): string | undefined;
  header(name: string): string | undefined;
  /** The address at the other end, as far as it is known. */
  address: string;
  headers: Headers;
  /** Dates in the person's language and the partnership's time zone. */
  dates: DateWords;
  say<Key extends string>(words: Catalogue<Key>, key: Key, values?: WordValues): string;
}

export function visitOf(
  c: Context,
  parts: { ctx: Ctx; services: Services; locale: Locale; form: FormState; address: string },
): Visit {
  return {
    ...parts,
    url: new URL(c.req.url),
    param: (name) => c.req.param(name) ?? '',
    query: (name) => c.req.query(name),
    header: (name) => c.req.header(name),
    headers: c.req.raw.headers,
    dates: datesFor({
      locale: parts.locale,
      timeZone: parts.ctx.actor.partnership?.timeZone ?? 'UTC',
      now: parts.ctx.clock.now(),
    }),
    files: () => [],
    say: (words, key, values) => translate(words, parts.locale, key, values),
  };
}
