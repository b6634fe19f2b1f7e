import './concord.css';
import { offerCopying } from './client/copy.ts';
import { keepDrafts } from './client/drafts.ts';
import { closeMenus } from './client/menus.ts';

// Everything works without this file; it only makes some things kinder.
const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
offerCopying(document);
closeMenus(document);
document.querySelector<HTMLElement>('[data-focus]')?.focus();
keepDrafts(document, window.localStorage, arrival?.type === 'navigate');
