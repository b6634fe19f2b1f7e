import './concord.css';
import { offerCopying } from './client/copy.ts';
import { forgetDrafts, keepDrafts } from './client/drafts.ts';
import { forgetOnLeaving } from './client/leaving.ts';
import { closeMenus } from './client/menus.ts';
import { showSending } from './client/sending.ts';
import { trustOwnScripts } from './client/trusted-scripts.ts';

// Everything works without this file; it only makes some things kinder.
const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
// The server answers a sent form by leading on to a page; reloads, returns and fresh visits prove nothing.
const sentAndAnswered = arrival?.type === 'navigate' && arrival.redirectCount > 0;

trustOwnScripts();
offerCopying(document);
closeMenus(document);
forgetOnLeaving(document, window.sessionStorage);
showSending(document);
document.querySelector<HTMLElement>('[data-focus]')?.focus();
// On a phone the list of pages is wider than the screen.
for (const here of document.querySelectorAll('.page-nav [aria-current]')) {
  here.scrollIntoView({ block: 'nearest', inline: 'center' });
}
forgetDrafts(document, window.localStorage);
keepDrafts(document, window.localStorage, sentAndAnswered);
