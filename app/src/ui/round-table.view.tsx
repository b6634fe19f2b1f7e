import { useId } from 'preact/hooks';
import { layOutTable, ringReach, type TableLayout } from './round-table-layout.ts';
import { RoundTableLegend, RoundTableList } from './round-table-list.view.tsx';
import { SeatPatterns, SeatShape } from './seat-shape.view.tsx';
import { groupSeats, type SeatedGroup, seatWords, type TableSeat } from './table-seat.ts';
import { uiWords } from './ui.words.ts';
import { useWords } from './words.ts';

export interface RoundTableProps {
  seats: readonly TableSeat[];
  size: 'mark' | 'small' | 'large';
  /** What the table shows: "Who is at the table". */
  title: string;
  /** In the middle: "5 of 9". */
  centre?: string | undefined;
  /** Under it, smaller: "have spoken". */
  centreNote?: string | undefined;
  /** How full each group is, in the legend; on unless the table is only a picture. */
  counts?: boolean | undefined;
  /** The rings draw themselves once. */
  reveal?: boolean | undefined;
  /** The seats in words: in `details` (large), for screen readers only (small), or left to the page. */
  list?: 'fold' | 'hidden' | 'none' | undefined;
}

const sizes = {
  mark: { side: 100, largest: 15 },
  small: { side: 120, largest: 13.5 },
  large: { side: 400, largest: 29 },
};

/** The table from above: who has a seat, who sits there, who has spoken. */
export function RoundTable(props: RoundTableProps) {
  const { size, title } = props;
  const t = useWords(uiWords);
  const groups = groupSeats(props.seats);
  const list = props.list ?? (size === 'large' ? 'fold' : size === 'small' ? 'hidden' : 'none');
  return (
    <figure class={`round-table round-table-${size}`}>
      <TableDrawing {...props} groups={groups} />
      {size === 'large' && <RoundTableLegend groups={groups} counts={props.counts ?? true} />}
      {list === 'fold' && (
        <details class="disclosure round-table-twin">
          <summary>{t('table.as-list')}</summary>
          <RoundTableList groups={groups} title={title} />
        </details>
      )}
      {list === 'hidden' && (
        <div class="visually-hidden">
          <RoundTableList groups={groups} title={title} />
        </div>
      )}
    </figure>
  );
}

function TableDrawing(props: RoundTableProps & { groups: readonly SeatedGroup[] }) {
  const { size, title, centre, centreNote, groups } = props;
  const id = useId();
  const t = useWords(uiWords);
  const { side, largest } = sizes[size];
  const layout = layOutTable(
    groups.map((group) => group.seats.length),
    side,
    largest,
  );
  const letters = size === 'large' || (size === 'small' && layout.seatRadius >= 8.5);
  const middle = side / 2;
  const rim = layout.tableRadius - side * 0.006;
  const seats = groups.flatMap((group) => group.seats);
  const { top, height } = size === 'large' ? extentOf(layout, side) : { top: 0, height: side };
  return (
    <svg
      class="round-table-drawing"
      viewBox={`0 ${top} ${side} ${height}`}
      role="img"
      aria-label={centre ? `${title}: ${centre} ${centreNote ?? ''}`.trim() : title}
    >
      <SeatPatterns prefix={id} colours={[...new Set(groups.map((group) => group.colour))]} />
      <circle class="round-table-top" cx={middle} cy={middle} r={layout.tableRadius.toFixed(1)} />
      {groups.length > 1 &&
        layout.arcs.map((arc) => (
          <path
            key={arc.group}
            class={`round-table-arc seat-edge-${groups[arc.group]?.colour}`}
            d={arcPath(middle, rim, arc.from, arc.to)}
            stroke-width={side * 0.016}
          />
        ))}
      <g class={props.reveal ? 'round-table-seats round-table-reveal' : 'round-table-seats'}>
        {seats.map((seat, at) => {
          const place = layout.seats[at];
          return (
            place && (
              <g key={at}>
                <title>{seatWords(t, seat)}</title>
                <SeatShape
                  {...place}
                  radius={layout.seatRadius}
                  group={seat.group}
                  filled={seat.filled}
                  spoken={seat.spoken}
                  patterns={id}
                  letters={letters}
                />
              </g>
            )
          );
        })}
      </g>
      {centre && layout.tableRadius >= 22 && (
        <text
          class="round-table-centre"
          x={middle}
          y={centreNote ? middle * 0.98 : middle}
          dy="0.32em"
          font-size={centreSize(centre, layout.tableRadius)}
        >
          {centre}
        </text>
      )}
      {centre && centreNote && size === 'large' && (
        <text
          class="round-table-centre-note"
          x={middle}
          y={middle + layout.tableRadius * 0.3}
          font-size={side * 0.042}
        >
          {centreNote}
        </text>
      )}
    </svg>
  );
}

/** From the highest mark to the lowest: two seats side by side leave no empty rows above them. */
function extentOf({ seats, seatRadius, tableRadius }: TableLayout, side: number) {
  const farthest = seats.map(({ y }) => Math.abs(y - side / 2) + seatRadius * ringReach);
  const half = Math.ceil(Math.max(tableRadius, ...farthest) + side * 0.01);
  return { top: side / 2 - half, height: 2 * half };
}

/** As large as the table top allows. */
function centreSize(text: string, radius: number): string {
  return Math.min(radius * 0.42, (radius * 2.7) / Math.max(4, text.length)).toFixed(1);
}

function arcPath(middle: number, radius: number, from: number, to: number): string {
  const point = (angle: number) =>
    `${(middle + radius * Math.cos(angle)).toFixed(2)} ${(middle + radius * Math.sin(angle)).toFixed(2)}`;
  const inset = Math.min(0.06, (to - from) * 0.15);
  const large = to - from - 2 * inset > Math.PI ? 1 : 0;
  return `M${point(from + inset)}A${radius.toFixed(2)} ${radius.toFixed(2)} 0 ${large} 1 ${point(to - inset)}`;
}
