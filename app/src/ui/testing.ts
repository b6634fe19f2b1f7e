import { type ComponentChildren, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Locale, LocaleProvider } from './words.ts';

/** Renders for a test in a fixed place and time: Chicago, Sunday 22 November 2026, 9 in the morning. */
export function renderAt(child: ComponentChildren, locale: Locale = 'en'): string {
  const setting = { locale, timeZone: 'America/Chicago', now: new Date('2026-11-22T15:00:00Z') };
  return renderToString(h(LocaleProvider, setting, child));
}
