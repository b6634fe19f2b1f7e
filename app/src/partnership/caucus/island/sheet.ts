import { encode } from 'uqr';
import type { PersonKey } from '../sealing/person-key.ts';
import { type CaucusInPage, show } from './page.ts';

const svg = 'http://www.w3.org/2000/svg';

/** Shows the recovery key once, as text and as a code. Resolves when it is on paper. */
export function showSheet(page: CaucusInPage, { identity }: PersonKey): Promise<void> {
  const text = page.root.querySelector('[data-recovery-key]');
  if (text) text.textContent = inGroups(identity);
  const place = page.root.querySelector<HTMLElement>('[data-recovery-qr]');
  place?.replaceChildren(codeOf(identity, place.dataset.label ?? ''));
  // Only then, because a page with a poster on it prints that alone.
  page.root.querySelector('[data-sheet]')?.classList.add('poster');
  show('sheet');
  return new Promise((resolve) => {
    page.root
      .querySelector('[data-do="sheet-done"]')
      ?.addEventListener('click', () => resolve(), { once: true });
  });
}

/** As people copy it from paper. */
function inGroups(identity: string): string {
  const [, head = '', rest = ''] = /^(AGE-SECRET-KEY-1)(.*)$/.exec(identity) ?? [];
  return `${head} ${rest.replace(/(.{5})(?=.)/g, '$1 ')}`;
}

/** Dark on light in every theme: cameras need it so. */
function codeOf(value: string, label: string): SVGElement {
  const { size, data } = encode(value, { border: 3, ecc: 'M' });
  const drawing = draw('svg', { viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': label });
  const dark = data
    .flatMap((row, y) => row.flatMap((is, x) => (is ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  drawing.append(
    draw('rect', { width: String(size), height: String(size), fill: '#ffffff' }),
    draw('path', { d: dark, fill: '#101413', 'shape-rendering': 'crispEdges' }),
  );
  drawing.classList.add('key-drawing');
  return drawing;
}

function draw(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(svg, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
