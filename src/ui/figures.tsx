export type Figure = {
  readonly term: string;
  readonly value: string;
  /** What is counted, one by one. */
  readonly href?: string | undefined;
  readonly isLate?: boolean | undefined;
};

/** Few numbers that say how things stand, each with what it counts. */
export const Figures = ({ items }: { readonly items: readonly Figure[] }) => (
  <dl class="figures">
    {items.map(({ term, value, href, isLate }) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd class={isLate === true ? 'late-figure' : undefined}>
          {href === undefined ? value : <a href={href}>{value}</a>}
        </dd>
      </div>
    ))}
  </dl>
);
