export type QrCodeProps = {
  /** What it is for, for whoever cannot see it. */
  readonly label: string;
  /** A side in squares, and the path of the dark ones. */
  readonly size: number;
  readonly path: string;
};

/** Dark on light whatever the colours of the page: cameras read nothing else. */
export const QrCode = ({ label, size, path }: QrCodeProps) => (
  <svg
    role="img"
    aria-label={label}
    width="220"
    height="220"
    viewBox={`0 0 ${size} ${size}`}
    shape-rendering="crispEdges"
  >
    <rect width={size} height={size} fill="#fff" />
    <path d={path} fill="#000" />
  </svg>
);
