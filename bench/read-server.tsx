import { openInstallation } from '../src/commands/serve/installation.ts';
import { localDay } from '../src/domain/time.ts';
import { categoryChoices, villageChoices } from '../src/features/file-report/form-choices.ts';
import { noFields } from '../src/features/file-report/report-fields.ts';
import { ReportFormPage } from '../src/features/file-report/report-form.view.tsx';
import { presentReport } from '../src/features/show-report/present.ts';
import { readPublicReport } from '../src/features/show-report/queries.ts';
import { PublicReportPage } from '../src/features/show-report/report.view.tsx';
import { OpenPage } from '../src/features/track-report/open.view.tsx';
import { sendPage } from '../src/platform/http/page.ts';
import type { Server } from '../src/platform/http/server.ts';
import { frameOf } from '../src/site-frame.tsx';
import type { Access } from '../src/domain/access.ts';
import type { PageFrame } from '../src/ui/page-frame.ts';
import { renderDocument } from '../src/ui/render.ts';
import { textFor } from '../src/ui/texts/text.ts';
import { buildOwnSite } from './own-site.ts';
import { pageNames, type PageName } from './read-pages.ts';
import { hearStatements } from './statements.ts';

/**
 * The site, and beside each public page three routes of the same server: the same bytes, the same view from a fixed object, the same SQL and fixed
 * bytes. A process of its own, told what it needs in its arguments; says its address to the one that started it.
 */
const [appUrl = '', authUrl = '', dataDir = '', number = ''] = process.argv.slice(2);
let statements = 0;
hearStatements(() => {
  statements += 1;
});

const laksa = await openInstallation({
  appUrl,
  dataDir,
  maxConnections: 10,
  name: 'laksa bench read',
  onError: () => undefined,
});
const { site } = await buildOwnSite(laksa, authUrl);
const [tenant] = await laksa.tenants.all();
if (tenant === undefined) throw new Error('no city');
const city = await laksa.database.inTenant(tenant.id, (tx) => laksa.cities.read(tx, tenant, laksa.clock.now()));

const frame: PageFrame = {
  city: { name: tenant.name, isDemo: tenant.isDemo, isRehearsal: false },
  language: 'id',
  t: textFor('id'),
  path: '/',
  assets: { css: '/assets/site.css' },
};
const readReport = () =>
  laksa.database.inTenant(tenant.id, (tx) => readPublicReport(tx, tenant.id, number), { readOnly: true });
const readCity = () =>
  laksa.database.inTenant(tenant.id, (tx) => laksa.cities.read(tx, tenant, laksa.clock.now()), { readOnly: true });
const report = await readReport();
if (report === null) throw new Error(`there is no public report ${number}`);

const reportProps = presentReport(frame, tenant, report);
const formProps = {
  frame,
  nonce: crypto.randomUUID(),
  fields: noFields,
  problems: [],
  categories: categoryChoices(city, 'id'),
  villages: villageChoices(city),
  today: localDay(tenant.clock.now().toISOString(), tenant.zone),
  draftUntil: localDay(tenant.clock.now().toISOString(), tenant.zone),
  isDanger: false,
  droppedFiles: [],
  photos: [],
  refusedPhotos: [],
};

const views = {
  report: () => renderDocument(<PublicReportPage {...reportProps} />),
  form: () => renderDocument(<ReportFormPage {...formProps} />),
  track: () => renderDocument(<OpenPage frame={frame} number="" code="" problems={[]} say={null} hidden={{}} />),
} satisfies Record<PageName, () => string>;

/** What the route of the page asks of the database. */
const reads = { report: readReport, form: readCity, track: async () => null } satisfies Record<
  PageName,
  () => Promise<unknown>
>;

for (const page of pageNames) besides(site, page);
site.get('/bench/statements', { config: { access: 'everyone' satisfies Access } }, () => ({ statements }));
process.send?.(await site.listen({ host: '127.0.0.1', port: 0 }));
process.on('SIGTERM', () => process.exit());

function besides(server: Server, page: PageName): void {
  const config = { access: 'everyone' satisfies Access } as const;
  const bytes = views[page]();
  server.get(`/bench/bytes/${page}`, { config }, (_request, reply) => sendPage(reply, bytes));
  server.get(`/bench/render/${page}`, { config }, (request, reply) => {
    frameOf(request, { ...laksa, assets: frame.assets });
    return sendPage(reply, views[page]());
  });
  server.get(`/bench/sql/${page}`, { config }, async (_request, reply) => {
    await reads[page]();
    return sendPage(reply, bytes);
  });
}
