import type { SeatColour } from './tokens.ts';

export interface SeatGroup {
  letter: string;
  colour: SeatColour;
  name: string;
}

export interface SeatShapeProps {
  x: number;
  y: number;
  radius: number;
  group: SeatGroup;
  filled: boolean;
  spoken?: boolean | undefined;
  /** Prefix of the patterns defined in the same drawing. */
  patterns: string;
  letters?: boolean | undefined;
}

const n = (value: number) => Number(value.toFixed(2));

/** One seat from above: colour, pattern and letter of its group; dashed when empty, ringed when it has spoken. */
export function SeatShape(props: SeatShapeProps) {
  const { x, y, radius, group, filled, spoken, letters = true } = props;
  const at = { cx: n(x), cy: n(y) };
  const letter = letters && (
    <text
      class={filled ? `seat-letter seat-ink-${group.colour}` : 'seat-letter seat-letter-empty'}
      x={n(x)}
      y={n(y)}
      dy="0.35em"
      font-size={n(radius * 1.02)}
    >
      {group.letter}
    </text>
  );
  return (
    <>
      {spoken && (
        <circle
          class="seat-ring"
          {...at}
          r={n(radius * 1.14)}
          stroke-width={n(Math.max(1.4, radius * 0.1))}
        />
      )}
      {filled ? (
        <>
          <circle
            class={`seat-fill-${group.colour} seat-edge-${group.colour}`}
            {...at}
            r={n(radius)}
            stroke-width={n(Math.max(1, radius * 0.07))}
          />
          <circle {...at} r={n(radius * 0.97)} fill={`url(#${props.patterns}${group.colour})`} />
          {letters && <circle class={`seat-fill-${group.colour}`} {...at} r={n(radius * 0.7)} />}
        </>
      ) : (
        <circle
          class={`seat-empty seat-edge-${group.colour}`}
          {...at}
          r={n(radius * 0.94)}
          stroke-width={n(Math.max(1.2, radius * 0.1))}
          stroke-dasharray={`${n(radius * 0.4)} ${n(radius * 0.27)}`}
        />
      )}
      {letter}
    </>
  );
}

/** The patterns of a drawing's groups; each seat carries its pattern the same way. */
export function SeatPatterns({
  prefix,
  colours,
}: {
  prefix: string;
  colours: readonly SeatColour[];
}) {
  return (
    <defs>
      {colours.map((colour) => (
        <pattern
          key={colour}
          id={`${prefix}${colour}`}
          class={`seat-pattern seat-ink-stroke-${colour}`}
          width={n(1 / motifs[colour].across)}
          height={n(1 / motifs[colour].across)}
          viewBox="0 0 8 8"
        >
          <path d={motifs[colour].path} stroke-width={motifs[colour].line} />
        </pattern>
      ))}
    </defs>
  );
}

/** How often a motif fits across a seat, how thick its line is, and its path in a square of 8. */
const motifs: Record<SeatColour, { across: number; line: number; path: string }> = {
  1: { across: 1, line: 0, path: '' },
  2: { across: 5, line: 2, path: 'M-2 2 2-2M-1 9 9-1M6 10l4-4' },
  3: { across: 6.25, line: 3.6, path: 'M4 4h.01' },
  4: { across: 5, line: 2.4, path: 'M-1 4h10' },
  5: { across: 5, line: 2.4, path: 'M4-1v10' },
  6: { across: 4, line: 1.6, path: 'M-1-1l10 10M9-1-1 9' },
  7: { across: 4, line: 4, path: 'M0 2h4M4 6h4' },
  8: { across: 4, line: 1.8, path: 'M-1 3l5 4 5-4' },
};
