/** What a drawing shows; the words beside it say the same. */
export type IconName = keyof typeof paths;

/** A small drawing in the colour of the words beside it. It never stands alone and is never read aloud. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
);

/** Own drawings: strokes 2 wide on a field of 24, round ends; the style sheet strokes them. */
const paths = {
  arrow: 'M4 12h16m-6-6 6 6-6 6',
  camera: 'M3 7h4l2-3h6l2 3h4v13H3zM12 9a4 4 0 1 0 0 8 4 4 0 1 0 0-8',
  check: 'M4 13l5 5L20 6',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18m0 4v5l4 2',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18m0 8v6m0-10v.01',
  lock: 'M5 11h14v10H5zm3 0V7a4 4 0 0 1 8 0v4',
  person: 'M12 3a4 4 0 1 0 0 8 4 4 0 1 0 0-8M4 21a8 7 0 0 1 16 0',
  phone: 'M5 3h4l2 5-3 2a12 12 0 0 0 6 6l2-3 5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 5a2 2 0 0 1 2-2z',
  pin: 'M12 22c-4-5-7-8-7-12a7 7 0 0 1 14 0c0 4-3 7-7 12M12 7a3 3 0 1 0 0 6 3 3 0 1 0 0-6',
  print: 'M7 9V3h10v6M7 17H3V9h18v8h-4M7 14h10v7H7z',
  search: 'M10 3a7 7 0 1 0 0 14 7 7 0 1 0 0-14m5 12 6 6',
  speech: 'M3 4h18v13H11l-5 4v-4H3z',
  warning: 'M12 3 2 21h20zm0 6v6m0 3v.01',
} as const;

export const iconNames = Object.keys(paths) as readonly IconName[];
