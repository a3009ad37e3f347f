import { StateBadge, type ShownState } from './badge.tsx';
import type { Text } from './texts/text.ts';

export type ReportRow = {
  readonly number: string;
  readonly title: string;
  readonly state: ShownState;
  readonly village: string | null;
};

/** Public reports, each by its title, its state and where it is. */
export const ReportRows = ({ t, rows }: { readonly t: Text; readonly rows: readonly ReportRow[] }) => (
  <ul class="rows">
    {rows.map(({ number, title, state, village }) => (
      <li key={number}>
        <a href={`/laporan/${number}`}>{title}</a>
        <br />
        <StateBadge state={state} t={t} /> {village !== null && <span class="quiet">{village}</span>}
      </li>
    ))}
  </ul>
);
