export type WayUpProps = { readonly href: string; readonly label: string };

/** To the page that this one belongs to. */
export const WayUp = ({ href, label }: WayUpProps) => (
  <p>
    <a href={href}>
      <span aria-hidden="true">← </span>
      {label}
    </a>
  </p>
);
