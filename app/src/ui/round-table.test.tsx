import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seats } from './gallery/samples.ts';
import { RoundTable } from './round-table.view.tsx';
import { layOutTable, ringReach } from './round-table-layout.ts';
import { renderAt } from './testing.ts';

describe('the layout', () => {
  it('never lets seats touch each other, the table or the edge, up to 40 seats', () => {
    const counts = fc
      .array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 })
      .filter((all) => {
        const sum = all.reduce((a, b) => a + b, 0);
        return sum >= 1 && sum <= 40;
      });
    fc.assert(
      fc.property(counts, fc.constantFrom(100, 120, 400), (all, side) => {
        const { seats: places, seatRadius, tableRadius } = layOutTable(all, side, side * 0.1);
        expect(places).toHaveLength(all.reduce((a, b) => a + b, 0));
        for (const [i, a] of places.entries()) {
          const fromMiddle = Math.hypot(a.x - side / 2, a.y - side / 2);
          expect(fromMiddle + seatRadius * ringReach).toBeLessThanOrEqual(side / 2);
          expect(fromMiddle - seatRadius * ringReach).toBeGreaterThan(tableRadius);
          for (const b of places.slice(i + 1)) {
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(2 * seatRadius * ringReach);
          }
        }
      }),
    );
  });

  it('keeps forty seats large enough to read on a phone', () => {
    const { seatRadius } = layOutTable([8, 8, 6, 5, 6, 3, 2, 2], 400, 29);
    const onPhone = (seatRadius / 400) * 328;
    expect(onPhone * 2).toBeGreaterThanOrEqual(17);
  });
});

describe('the drawing and its twin', () => {
  const table = (size: 'large' | 'small' | 'mark', locale: 'en' | 'es' = 'en') =>
    renderAt(
      <RoundTable
        size={size}
        title="Who has given a stance"
        seats={seats('A2 T2-1', (at) => at === 1)}
        centre="1 of 3"
      />,
      locale,
    );

  it('names the picture with its title and its middle', () => {
    expect(table('large')).toContain('aria-label="Who has given a stance: 1 of 3"');
  });

  it('says every seat in the list: who, and whether they have spoken', () => {
    const html = table('large');
    const list = html.slice(html.indexOf('<details'));
    expect(list).toContain('Show as a list');
    expect(list).toContain('Administration: 2 of 2 seats filled, 1 has spoken');
    expect(list).toContain('Co-chair: Dana Whitfield, has spoken');
    expect(list).toContain('Member 2: Omar Haddad, has not spoken yet');
    expect(list).toContain('Member 2: empty seat');
  });

  it('speaks Spanish', () => {
    expect(table('large', 'es')).toContain('Administration: 2 de 2 asientos ocupados, 1 se ha');
  });

  it('draws colour, letter and pattern of each group, dashes for the empty seat, a ring for who spoke', () => {
    const html = table('large');
    const drawing = html.slice(html.indexOf('<svg'), html.indexOf('</svg>'));
    expect(drawing.match(/class="seat-ring"/g)).toHaveLength(1);
    expect(drawing.match(/class="seat-empty seat-edge-5"/g)).toHaveLength(1);
    expect(drawing.match(/<text class="seat-letter/g)).toHaveLength(4);
    for (const [, id] of drawing.matchAll(/url\(#([^)]+)\)/g)) {
      expect(drawing).toContain(`id="${id}"`);
    }
  });

  it('keeps the twin of a small one for screen readers', () => {
    expect(table('small')).toContain('<div class="visually-hidden"><ul class="seat-list"');
    expect(table('mark')).not.toContain('seat-list');
  });

  it('gives two drawings on one page patterns of their own', () => {
    const html = renderAt(
      <>
        <RoundTable size="large" title="One" seats={seats('A2 T2')} />
        <RoundTable size="large" title="Two" seats={seats('A2 T2')} />
      </>,
    );
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
