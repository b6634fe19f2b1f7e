import type { Page } from 'playwright-core';

/** One stop of the Tab key: what has the focus, and whether one sees it. */
export interface Stop {
  id: string;
  seen: boolean;
}

/** Presses Tab through the whole page, as somebody without a mouse does. */
export async function tabThrough(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const here = document.activeElement;
      if (!here || here === document.body) return null;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(here);
      const outlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
      const { width, height } = here.getBoundingClientRect();
      return {
        id: (here as HTMLElement).dataset.stop ?? '',
        seen: (outlined || boxShadow !== 'none') && width > 0 && height > 0,
      };
    });
    if (!stop || stop.id === stops[0]?.id) return stops;
    stops.push(stop);
  }
}

/** Everything that one should be able to reach, in the order of the page; a radio group is one stop. */
export function markReachable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
    const groups = new Set<string>();
    const reachable: string[] = [];
    for (const control of document.querySelectorAll<HTMLElement>(controls)) {
      const shown = control.checkVisibility({
        visibilityProperty: true,
        contentVisibilityAuto: true,
      });
      if (!shown || control.matches(':disabled')) continue;
      if (control instanceof HTMLInputElement && control.type === 'radio') {
        const group = [...document.getElementsByName(control.name)] as HTMLInputElement[];
        const anyChecked = group.some(({ checked }) => checked);
        if (anyChecked ? !control.checked : groups.has(control.name)) continue;
        groups.add(control.name);
      }
      const words = control.textContent || control.getAttribute('name') || '';
      control.dataset.stop = `${reachable.length + 1} ${words.trim().replace(/\s+/g, ' ').slice(0, 60)}`;
      reachable.push(control.dataset.stop);
    }
    return reachable;
  });
}
