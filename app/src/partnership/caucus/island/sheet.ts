import { encode } from 'uqr';
import type { PersonKey } from '../sealing/person-key.ts';
import { type CaucusInPage, show } from './page.ts';

const svg = 'http://www.w3.org/2000/svg';

/** Shows the recovery key once, as text and as a code. Resolves when it is on paper. */
export function showSheet(page: CaucusInPage, { identity }: PersonKey): Promise<void> {
  const text = page.root.querySelector('[data-recovery-key]');
  // In groups, as people copy it from paper.
  if (text) text.textContent = identity.replace(/(.{5})(?=.)/g, '$1 ');
  const place = page.root.querySelector<HTMLElement>('[data-recovery-qr]');
  place?.replaceChildren(codeOf(identity, place.dataset.label ?? ''));
  show('sheet');
  return new Promise((resolve) => {
    page.root
      .querySelector('[data-do="sheet-done"]')
      ?.addEventListener('click', () => resolve(), { once: true });
  });
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
