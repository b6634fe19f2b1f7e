import { encode } from 'uqr';

export interface QrCodeProps {
  /** What the code says: an address. */
  value: string;
  /** What a screen reader says: "QR code to …". */
  label: string;
  caption?: string | undefined;
}

/** Dark on light in every theme: cameras need it so. */
export function QrCode({ value, label, caption }: QrCodeProps) {
  const { size, data } = encode(value, { border: 3, ecc: 'M' });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
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
