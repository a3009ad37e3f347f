import type { ComponentChildren } from 'preact';

export type EmptyStateProps = { readonly title: string; readonly children?: ComponentChildren };

/** In place of a list without rows: says so, and what to do or expect. */
export const EmptyState = ({ title, children }: EmptyStateProps) => (
  <div class="empty">
    <p class="empty-title">{title}</p>
    {children}
  </div>
);
