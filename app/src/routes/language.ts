import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { serialize } from 'hono/utils/cookie';
import type { Actor } from '../partnership/access/index.ts';
import { type Locale, locales } from '../ui/catalogue.ts';

const cookie = 'concord_lang';

function known(text: string | undefined | null): Locale | null {
  return locales.find((locale) => locale === text) ?? null;
}

/** The language a person asked for here; else their account's; else their browser's; else the partnership's. */
export function chooseLocale(c: Context, actor: Actor | null): Locale {
  return (
    known(c.req.query('lang')) ??
    known(getCookie(c, cookie)) ??
    known(actor?.account?.locale) ??
    known(actor?.seenAs?.locale) ??
    fromBrowser(c.req.header('accept-language')) ??
    known(actor?.partnership?.locale) ??
    'en'
  );
}

function fromBrowser(header: string | undefined): Locale | null {
  for (const part of (header ?? '').split(',')) {
    const locale = known(part.trim().slice(0, 2).toLowerCase());
    if (locale) return locale;
  }
  return null;
}

/** Remembers the language on this device. */
export function languageCookieText(locale: Locale): string {
  return serialize(cookie, locale, { path: '/', sameSite: 'Lax', maxAge: 60 * 60 * 24 * 365 });
}
