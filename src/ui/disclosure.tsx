import type { ComponentChildren } from 'preact';

export type DisclosureProps = {
  readonly summary: string;
  /** How many things it holds: said before it is opened. */
  readonly count?: string | undefined;
  readonly isOpen?: boolean;
  readonly children: ComponentChildren;
};

/** A part of a long page that is opened when it is wanted; by keyboard and without script too. */
export const Disclosure = ({ summary, count, isOpen = false, children }: DisclosureProps) => (
  <details class="disclosure" open={isOpen}>
    <summary>
      {summary}
      {count !== undefined && (
        <>
          {' '}
          <span class="disclosure-count">({count})</span>
        </>
      )}
    </summary>
    <div class="disclosure-body">{children}</div>
  </details>
);
