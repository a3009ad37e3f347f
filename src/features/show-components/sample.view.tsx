import type { ComponentChildren } from 'preact';

import type { PageFrame } from '../../ui/page-frame.ts';

/** What the page is made of, in the order in which it stands there. */
export const parts = [
  'messages',
  'buttons',
  'icons',
  'ways',
  'photos',
  'fields',
  'choices',
  'states',
  'lists',
] as const;

export type SamplesProps = { readonly frame: PageFrame };

export type SampleProps = {
  readonly frame: PageFrame;
  readonly part: (typeof parts)[number];
  readonly children: ComponentChildren;
};

/** One kind of component, under its name. */
export const Sample = ({ frame, part, children }: SampleProps) => (
  <section id={part} aria-labelledby={`${part}-title`}>
    <h2 id={`${part}-title`}>{frame.t(`components.${part}`)}</h2>
    {children}
  </section>
);
