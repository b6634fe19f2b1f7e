import './concord.css';
import { offerCopying } from './client/copy.ts';
import { forgetDrafts, keepDrafts } from './client/drafts.ts';
import { closeMenus } from './client/menus.ts';

// Everything works without this file; it only makes some things kinder.
const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
offerCopying(document);
closeMenus(document);
document.querySelector<HTMLElement>('[data-focus]')?.focus();
// On a phone the list of pages is wider than the screen.
for (const here of document.querySelectorAll('.page-nav [aria-current]')) {
  here.scrollIntoView({ block: 'nearest', inline: 'center' });
}
forgetDrafts(document, window.localStorage);
keepDrafts(document, window.localStorage, arrival?.type === 'navigate');
