import type { Box } from '../../domain/area.ts';
import { mostMarks, singleZoom, squareSide } from '../../domain/map-grid.ts';
import { stateGroupNames } from '../../domain/report-filter.ts';
import type { ReportFilter } from '../../store/report-filter.ts';
import type { Tx } from '../../store/tx.ts';
import type { Text } from '../../ui/texts/text.ts';
import { reportTitle } from '../../ui/report-title.ts';
import { readCells, readPlaced, type Cell, type PlacedReport } from './queries.ts';

export type Asked = { readonly filter: ReportFilter; readonly box: Box; readonly zoom: number };

/** What a window of the map shows, as GeoJSON: one mark for the reports of each square, or, close by, each report. */
export const readPoints = async (tx: Tx, tenantId: string, { filter, box, zoom }: Asked, t: Text) => {
  const cells = await readCells(tx, tenantId, { filter, box, side: squareSide(box, zoom) });
  const count = cells.reduce((sum, cell) => sum + cell.count, 0);
  const isNear = zoom >= singleZoom && count <= mostMarks;
  const features = isNear
    ? (await readPlaced(tx, tenantId, { filter, box, atMost: mostMarks })).map((report) => reportFeature(report, t))
    : cells.map((cell) => cellFeature(cell, t));
  return { type: 'FeatureCollection', count, said: t('map.inView', { count }), features } as const;
};

const cellFeature = (cell: Cell, t: Text) => ({
  type: 'Feature',
  geometry: pointAt(cell),
  properties: {
    count: cell.count,
    states: Object.fromEntries(stateGroupNames.map((group) => [group, cell[group]])),
    title:
      cell.village === null
        ? t('map.cell', { count: cell.count })
        : t('map.cellNear', { count: cell.count, village: cell.village }),
    text: stateGroupNames
      .filter((group) => cell[group] > 0)
      .map((group) => `${t(`publicReport.filter.stateOf.${group}`)}: ${cell[group]}`)
      .join(' · '),
  },
});

const reportFeature = (report: PlacedReport, t: Text) => ({
  type: 'Feature',
  geometry: pointAt(report),
  properties: {
    number: report.number,
    state: report.state,
    title: reportTitle(t, report),
    text: [t(`state.report.${report.state}`), report.village, ...(report.is_near ? [] : [t('map.villageOnly')])]
      .filter((part) => part !== null)
      .join(' · '),
  },
});

/** Some ten meters, which no place here is exact to. */
const pointAt = ({ latitude, longitude }: { readonly latitude: number; readonly longitude: number }) => ({
  type: 'Point',
  coordinates: [longitude, latitude].map((degrees) => Math.round(degrees * 10_000) / 10_000),
});
