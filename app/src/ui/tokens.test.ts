import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, difference, lab, type Sight } from './colour.ts';
import { coloursCss } from './colours-css.ts';
import { seatColours, shapePairs, type Theme, textPairs, themes } from './tokens.ts';

const both: Theme[] = ['light', 'dark'];

describe('the arithmetic of colour', () => {
  it('agrees with published values', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    // Sharma, Wu & Dalal 2005, table 1, pairs 1, 7, 17, 22 and 34.
    expect(difference([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
    expect(difference([50, 0, 0], [50, -1, 2])).toBeCloseTo(2.3669, 4);
    expect(difference([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4);
    expect(difference([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).toBeCloseTo(
      1.2644,
      4,
    );
    expect(difference([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).toBeCloseTo(0.9082, 4);
    expect(lab('#ffffff')[0]).toBeCloseTo(100, 3);
  });
});

describe.each(both)('the %s theme', (theme) => {
  const colours = themes[theme];

  it.each(textPairs)('reads %s on %s at 4.5:1', (text, ground) => {
    expect(contrast(colours[text], colours[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapePairs)('shows %s on %s at 3:1', (shape, ground) => {
    expect(contrast(colours[shape], colours[ground])).toBeGreaterThanOrEqual(3);
  });

  it.each<Sight>([
    'usual',
    'protan',
    'deutan',
    'tritan',
  ])('keeps the eight seat colours apart for %s sight', (sight) => {
    const seen = seatColours.map((n) => lab(colours[`seat-${n}`], sight));
    const gaps = seen.flatMap((a, i) => seen.slice(i + 1).map((b) => difference(a, b)));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(12);
  });
});

it('writes the tokens into the stylesheet', () => {
  const css = readFileSync(new URL('./style/colours.css', import.meta.url), 'utf8');
  expect(css).toBe(coloursCss());
});
