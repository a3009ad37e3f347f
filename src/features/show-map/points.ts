import type { Box } from '../../domain/area.ts';
import { boxRoundedOut, mostMarks, singleZoom } from '../../domain/map-grid.ts';
import { stateGroupNames, type Choices } from '../../domain/report-filter.ts';
import type { City } from '../../store/city.ts';
import type { ReportFilter } from '../../store/report-filter.ts';
import type { Tx } from '../../store/tx.ts';
import { reportTitle } from '../../ui/report-title.ts';
import type { Text } from '../../ui/texts/text.ts';
import { addressOf } from './map-address.ts';
import { readNumbered, readPlaced, type Cell, type PlacedReport } from './queries.ts';

export type Asked = { readonly filter: ReportFilter; readonly box: Box; readonly zoom: number };

/** What the marks are told in. */
export type Telling = { readonly t: Text; readonly city: Pick<City, 'villages'>; readonly choices: Choices };

/**
 * What a window of the map shows, as GeoJSON: one mark for the reports of each square, or, close by, each report. The squares may have been counted a
 * moment ago; the reports are read now.
 */
export const readPoints = async (
  tx: Tx,
  tenantId: string,
  { filter, box, zoom, cells }: Asked & { readonly cells: readonly Cell[] },
  telling: Telling,
) => {
  const counted = cells.reduce((sum, cell) => sum + cell.count, 0);
  const isNear = zoom >= singleZoom && counted <= mostMarks;
  const reports = isNear
    ? await readPlaced(tx, tenantId, { filter, box, atMost: mostMarks })
    : await readNumbered(tx, tenantId, numbersAlone(cells));
  const { t } = telling;
  const count = isNear ? reports.length : counted;
  const features = isNear ? reports.map((report) => reportFeature(report, t)) : marksOf(cells, reports, telling);
  return { type: 'FeatureCollection', count, said: t('map.inView', { count }), features } as const;
};

const numbersAlone = (cells: readonly Cell[]): readonly string[] =>
  cells.filter(({ count }) => count === 1).map(({ number }) => number);

/** A report alone in its square needs no number around it: its mark leads to its page from any distance. */
const marksOf = (cells: readonly Cell[], alone: readonly PlacedReport[], telling: Telling) => {
  const byNumber = new Map(alone.map((report) => [report.number, report]));
  const names = new Map(telling.city.villages.map(({ code, name }) => [code, name]));
  return cells.map((cell) => {
    const only = cell.count === 1 ? byNumber.get(cell.number) : undefined;
    return only === undefined
      ? cellFeature(cell, names.get(cell.village_code ?? ''), telling)
      : reportFeature(only, telling.t);
  });
};

const cellFeature = (cell: Cell, village: string | undefined, { t, choices }: Telling) => ({
  type: 'Feature',
  geometry: pointAt(cell),
  properties: {
    count: cell.count,
    states: Object.fromEntries(stateGroupNames.map((group) => [group, cell[group]])),
    title:
      village === undefined ? t('map.cell', { count: cell.count }) : t('map.cellNear', { count: cell.count, village }),
    text: stateGroupNames
      .filter((group) => cell[group] > 0)
      .map((group) => `${t(`publicReport.filter.stateOf.${group}`)}: ${cell[group]}`)
      .join(' · '),
    box: sidesOf(cell),
    isOnePlace: cell.west === cell.east && cell.south === cell.north,
    // More than a window tells one by one: where they do not part, the list of their kelurahan has them page by page.
    ...(cell.count > mostMarks && {
      list: addressOf('/laporan', { ...choices, wilayah: cell.village_code ?? choices.wilayah }),
    }),
  },
});

/** Around all places of the square, in the order of GeoJSON. */
const sidesOf = (cell: Cell) => {
  const { west, south, east, north } = boxRoundedOut(cell);
  return [west, south, east, north] as const;
};

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
