import type { Box } from '../../domain/area.ts';
import { squareSide } from '../../domain/map-grid.ts';
import type { Choices } from '../../domain/report-filter.ts';
import { keepAnswers } from '../../platform/memory/kept-answers.ts';
import type { City } from '../../store/city.ts';
import type { Installation } from '../../store/installation.ts';
import type { ReportFilter } from '../../store/report-filter.ts';
import { countByArea, countUnplaced, readCells, type AreaCount, type Cell } from './queries.ts';

/** `choices` say the same as `filter`, but for the moment it is asked at. */
type Asked = { readonly tenantId: string; readonly filter: ReportFilter; readonly choices: Choices };

/** How many public reports there are by village, and how many of them are nowhere on a map. */
export type Places = { readonly counted: readonly AreaCount[]; readonly unplaced: number };

/** What takes a look at every public report of a city, and is the same for all who ask: numbers and villages alone, nothing that a report says. */
export const openCounts = ({ database, clock, countsKeptForMs: forMs }: Installation) => {
  const keptPlaces = keepAnswers<Places>({ forMs, most: 100, clock });
  const keptCells = keepAnswers<readonly Cell[]>({ forMs, most: 300, clock });
  return {
    countPlaces: ({ tenantId, filter, choices, city }: Asked & { readonly city: City }): Promise<Places> =>
      keptPlaces(JSON.stringify([tenantId, choices]), () =>
        database.inTenant(
          tenantId,
          async (tx) => ({
            counted: await countByArea(tx, tenantId, filter),
            unplaced: await countUnplaced(tx, tenantId, { filter, pointless: pointlessIn(city) }),
          }),
          { readOnly: true },
        ),
      ),
    countCells: ({ tenantId, filter, choices, ...window }: Asked & { readonly box: Box; readonly zoom: number }) =>
      keptCells(JSON.stringify([tenantId, choices, window]), () =>
        database.inTenant(
          tenantId,
          (tx) => readCells(tx, tenantId, { filter, box: window.box, side: squareSide(window.box, window.zoom) }),
          { readOnly: true },
        ),
      ),
  };
};

/** The villages whose point nobody knows. */
const pointlessIn = ({ villages }: City): readonly string[] =>
  villages.filter(({ point }) => point === null).map(({ code }) => code);
