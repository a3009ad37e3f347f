import { showNumber } from '../../domain/report-number.ts';
import type { ReportLinkProps } from './report-link.view.tsx';

/** Who administers the city reads no report: for them the number is no link. */
export const reportLinkOf = (number: string, seesReports: boolean): ReportLinkProps => ({
  number: showNumber(number),
  href: seesReports ? `/petugas/laporan/${number}` : null,
});
