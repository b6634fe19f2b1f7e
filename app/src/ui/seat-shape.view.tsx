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
      font-size={n(radius * 0.92)}
    >
      {group.letter}
    </text>
  );
  return (
    <>
      {spoken && (
        <circle class="seat-ring" {...at} r={n(radius * 1.26)} stroke-width={n(radius * 0.16)} />
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
          {letters && <circle class={`seat-fill-${group.colour}`} {...at} r={n(radius * 0.66)} />}
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

/** The eight patterns, sized to the seats of one drawing. */
export function SeatPatterns({
  prefix,
  radius,
  colours,
}: {
  prefix: string;
  radius: number;
  colours: readonly SeatColour[];
}) {
  return (
    <defs>
      {colours.map((colour) => {
        const side = n(radius * motifs[colour].side);
        return (
          <pattern
            key={colour}
            id={`${prefix}${colour}`}
            class={`seat-pattern seat-ink-stroke-${colour}`}
            width={side}
            height={side}
            viewBox="0 0 8 8"
            patternUnits="userSpaceOnUse"
          >
            <path d={motifs[colour].path} />
          </pattern>
        );
      })}
    </defs>
  );
}

const motifs: Record<SeatColour, { side: number; path: string }> = {
  1: { side: 0.5, path: '' },
  2: { side: 0.42, path: 'M-2 2 2-2M0 8 8 0M6 10l4-4' },
  3: { side: 0.34, path: 'M4 4h.01' },
  4: { side: 0.34, path: 'M0 4h8' },
  5: { side: 0.34, path: 'M4 0v8' },
  6: { side: 0.5, path: 'M0 0l8 8M8 0 0 8' },
  7: { side: 0.5, path: 'M0 2h4M4 6h4M2 0v2M6 4v4' },
  8: { side: 0.5, path: 'M0 6l4-4 4 4' },
};
