import { encode } from 'uqr';

export interface QrCodeProps {
  /** What the code says: an address. */
  value: string;
  /** What a screen reader says: "QR code to …". */
  label: string;
  caption?: string | undefined;
  /** Skips the search for the pattern that cameras read best, most of the work: for a code on every page. */
  quick?: boolean | undefined;
}

/** Dark on light in every theme: cameras need it so. */
export function QrCode({ value, label, caption, quick }: QrCodeProps) {
  const { size, data } = encode(value, {
    border: 3,
    ecc: 'M',
    ...(quick ? { maskPattern: 2 } : {}),
  });
  const path = data.map(darkRuns).join('');
  return (
    <figure class="qr">
      <svg
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={label}
        shape-rendering="crispEdges"
      >
        <rect width={size} height={size} fill="#ffffff" />
        <path d={path} fill="#101413" />
      </svg>
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  );
}

/** One rectangle for each run of dark squares in a row. */
function darkRuns(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const from = x;
    while (row[x + 1]) x += 1;
    const width = x + 1 - from;
    path += `M${from} ${y}h${width}v1h-${width}z`;
  }
  return path;
}
