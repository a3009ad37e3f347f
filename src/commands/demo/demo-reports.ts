// All invented: persons, words, matters, answers. Only the names of public places and authorities are real; nothing said of them here happened. The
// telephone numbers (0812-0000-00xx), number plates (B 0000 CTH) and addresses (contoh.invalid) are nobody's.
import type { DemoReport } from './demo-report.ts';
import { confidentialReports } from './reports/confidential.ts';
import { drainsReports } from './reports/drains.ts';
import { floodsReports } from './reports/floods.ts';
import { healthReports } from './reports/health.ts';
import { lightsReports } from './reports/lights.ts';
import { papersReports } from './reports/papers.ts';
import { refusedReports } from './reports/refused.ts';
import { roadsReports } from './reports/roads.ts';
import { trafficReports } from './reports/traffic.ts';
import { transferredReports } from './reports/transferred.ts';
import { treesReports } from './reports/trees.ts';
import { wasteReports } from './reports/waste.ts';

/**
 * The forty reports of the demonstration. Whoever lives them through orders the steps of all of them by time: a report is merged into another that has
 * been filed before. A deadline that runs out in between is left to the sweep.
 */
export const demoReports: readonly DemoReport[] = [
  ...roadsReports,
  ...trafficReports,
  ...lightsReports,
  ...floodsReports,
  ...drainsReports,
  ...wasteReports,
  ...treesReports,
  ...papersReports,
  ...healthReports,
  ...confidentialReports,
  ...transferredReports,
  ...refusedReports,
];
