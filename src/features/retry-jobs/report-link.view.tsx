/** No address: whoever reads this may not read the report. */
export type ReportLinkProps = { readonly number: string; readonly href: string | null };

export const ReportLink = ({ number, href }: ReportLinkProps) =>
  href === null ? <>{number}</> : <a href={href}>{number}</a>;
