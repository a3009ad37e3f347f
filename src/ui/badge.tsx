import type { Text } from './texts/text.ts';

/** The states of a report, as the contract names them. */
export type ShownState = keyof typeof shapes;

/**
 * The state of a report in a word and a shape. Colour only repeats what the shape says: an empty ring waits, a filling
 * one is under way, a full one is done.
 */
export const StateBadge = ({ state, t }: { readonly state: ShownState; readonly t: Text }) => (
  <span class={`badge badge-${shapes[state].tone}`}>
    <svg class="badge-shape" viewBox="0 0 16 16" aria-hidden="true">
      <path d={shapes[state].path} />
    </svg>
    {t(`state.report.${state}`)}
  </span>
);

/** A label that marks something without a state of its own: late, secret, provisional. */
export const Tag = ({
  children,
  tone = 'plain',
}: {
  readonly children: string;
  readonly tone?: 'plain' | 'late' | undefined;
}) => <span class={`tag tag-${tone}`}>{children}</span>;

const ring = 'M8 1a7 7 0 1 1 0 14A7 7 0 1 1 8 1zm0 2a5 5 0 1 0 0 10A5 5 0 1 0 8 3z';

const shapes = {
  received: { tone: 'waiting', path: ring },
  needs_info: { tone: 'asking', path: 'M8 1l7.5 14H.5zM7 6v4h2V6zm0 5v2h2v-2z' },
  verified: { tone: 'working', path: `${ring}M8 6a2 2 0 1 1 0 4a2 2 0 1 1 0-4z` },
  assigned: { tone: 'working', path: `${ring}M8 4a4 4 0 0 1 4 4H8z` },
  in_progress: { tone: 'working', path: `${ring}M8 4a4 4 0 0 1 0 8z` },
  answered: { tone: 'working', path: `${ring}M8 4a4 4 0 1 1-4 4h4z` },
  resolved: { tone: 'done', path: 'M8 1a7 7 0 1 1 0 14A7 7 0 1 1 8 1z' },
  disputed: { tone: 'asking', path: 'M8 0l8 8-8 8-8-8zM7 4v5h2V4zm0 6v2h2v-2z' },
  transferred: { tone: 'waiting', path: 'M1 6.5h8V2l6.5 6L9 14V9.5H1z' },
  rejected: { tone: 'refused', path: 'M2 2h12v12H2zm2 5v2h8V7z' },
  closed: { tone: 'done', path: 'M8 1a7 7 0 1 1 0 14A7 7 0 1 1 8 1zM4 8l3 3 5-5-1-1-4 4-2-2z' },
} as const satisfies Record<string, { readonly tone: Tone; readonly path: string }>;

type Tone = 'waiting' | 'asking' | 'working' | 'done' | 'refused';
