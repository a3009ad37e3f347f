import type { ComponentChildren } from 'preact';
import type { City } from './page-frame.ts';

export type DocumentProps = {
  readonly city: City;
  readonly title: string;
  /** The line under the title: a number, a date. */
  readonly subtitle?: string | undefined;
  readonly children: ComponentChildren;
  /** What must stand at the foot of the sheet. */
  readonly foot?: ComponentChildren;
};

/** A sheet that is printed or kept: a receipt, a letter. Around it, print leaves everything off but the notices. */
export const Document = ({ city, title, subtitle, children, foot }: DocumentProps) => (
  <article class="document" aria-label={title}>
    <header class="document-head">
      <p class="document-city">{city.name}</p>
      <h2>{title}</h2>
      {subtitle !== undefined && <p>{subtitle}</p>}
    </header>
    {children}
    {foot !== undefined && <footer class="document-foot">{foot}</footer>}
  </article>
);
