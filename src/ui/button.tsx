import type { ComponentChildren } from 'preact';

/** `primary`: the one thing to do here; `danger`: what cannot be undone. */
export type ButtonTone = 'primary' | 'secondary' | 'danger';

export type ButtonProps = {
  readonly children: ComponentChildren;
  readonly tone?: ButtonTone | undefined;
  /** Sent with the form when this button was pressed. */
  readonly name?: string | undefined;
  readonly value?: string | undefined;
};

export const Button = ({ children, tone = 'primary', name, value }: ButtonProps) => (
  <button class={`button button-${tone}`} type="submit" name={name} value={value}>
    {children}
  </button>
);

export type ButtonLinkProps = {
  readonly href: string;
  readonly children: ComponentChildren;
  readonly tone?: ButtonTone | undefined;
};

export const ButtonLink = ({ href, children, tone = 'primary' }: ButtonLinkProps) => (
  <a class={`button button-${tone}`} href={href}>
    {children}
  </a>
);

/** Buttons side by side, or one below the other on a narrow screen. */
export const Buttons = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="buttons">{children}</div>
);
