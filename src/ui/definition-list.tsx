import type { ComponentChildren } from 'preact';

export type Definition = { readonly term: string; readonly details: ComponentChildren };

/** Facts in pairs; a pair without details is left out. */
export const DefinitionList = ({ items }: { readonly items: readonly Definition[] }) => (
  <dl class="facts">
    {items.filter(hasDetails).map(({ term, details }) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd>{details}</dd>
      </div>
    ))}
  </dl>
);

const hasDetails = ({ details }: Definition): boolean => details !== null && details !== undefined && details !== '';
