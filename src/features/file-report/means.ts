import type { FastifyRequest } from 'fastify';

import type { FiledPass } from '../../store/filed-pass.ts';
import type { Installation } from '../../store/installation.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { FiledReport } from './queries.ts';

/** What this slice stands on. */
export type FileReportMeans = Installation & {
  readonly frame: (request: FastifyRequest) => PageFrame;
  /** Where the pictures of a map come from, for the map that the form offers; absent: the areas of the city alone are drawn. */
  readonly mapTiles?: MapTiles | undefined;
};

/** `https://tiles.example/{z}/{x}/{y}.png`, and whom its pictures are owed to. */
export type MapTiles = { readonly url: string; readonly attribution: string };

/** A report in the hands of who has just filed it. */
export type ShownFiling = {
  readonly pass: FiledPass;
  /** The pass as it stands in the address. */
  readonly sealed: string;
  readonly report: FiledReport;
  /** Whether who they are may be shown: to the browser that filed it, and for some minutes to whoever has the address. */
  readonly showsReporter: boolean;
  /** Null when the code is not, or no longer, to be shown. */
  readonly claimCode: string | null;
  /** Whether this browser is let in to the report without typing the code that it has just been shown. */
  readonly letsIn: boolean;
};
