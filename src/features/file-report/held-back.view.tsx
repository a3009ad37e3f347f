import type { ComponentChildren } from 'preact';

export type HeldBackProps = { readonly title: string; readonly children: ComponentChildren };

/** Stands where the error summary stands and takes the focus like it; but no field is wrong, so it leads to none. */
export const HeldBackNotice = ({ title, children }: HeldBackProps) => (
  <section class="notice notice-danger" role="alert" aria-labelledby="held-back" tabindex={-1} autofocus>
    <h2 class="notice-title" id="held-back">
      {title}
    </h2>
    {children}
  </section>
);
