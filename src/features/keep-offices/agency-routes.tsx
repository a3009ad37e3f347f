import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { searchAgencies, shortName } from '../../domain/words/agency-search.ts';
import { uuid7 } from '../../platform/db/uuid7.ts';
import { textOf } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import { changeOffice, markOf, openOffice } from '../../store/change-office.ts';
import { currentCity } from '../../store/current-city.ts';
import { freeSlug } from '../../store/free-slug.ts';
import { administrator } from '../../store/identity.ts';
import { lockOffices } from '../../store/judge-office.ts';
import { officeStatus, type OfficeRefusal } from '../../store/office-refusal.ts';
import { renderDocument } from '../../ui/render.ts';
import { AgenciesPage } from './agencies.view.tsx';
import { AgencyFormPage, type AgencyFormProps, type TypedAgency } from './agency-form.view.tsx';
import { readAgencies, type AgencyRow } from './agency-queries.ts';
import { idTyped } from './id-typed.ts';
import { agenciesPath, doneBy, type KeepOfficesMeans } from './means.ts';
import { shownProblems } from './shown-problems.ts';
import { agencyRead, agencyTyped } from './typed-office.ts';
import { refusalWords } from './words.ts';

const asked = z.looseObject({
  cari: z.string().max(200).optional().catch(undefined),
  selesai: z.enum(['tersimpan', 'tutup']).optional().catch(undefined),
});
const which = z.object({ slug: z.string().max(100) });

/** The agencies of a city: found, added, renamed, closed. */
export const agencyRoutes = (server: Server, laksa: KeepOfficesMeans): void => {
  server.get(agenciesPath, { ...administrator, schema: { querystring: asked } }, async (request, reply) => {
    const { cari = '', selesai } = request.query;
    const frame = laksa.frame(request);
    const { t } = frame;
    const agencies = searchAgencies(cari, await readAll(laksa, request)).map((agency) => ({
      slug: agency.slug,
      name: agency.name,
      shortName: shortName(agency) ?? '',
      kind: t(`reading.agencies.kind.${agency.kind}`),
      posts: String(agency.posts.length),
    }));
    const done = selesai === undefined ? undefined : t(selesai === 'tutup' ? 'offices.closed' : 'offices.saved');
    return sendPage(reply, renderDocument(<AgenciesPage {...{ frame, typed: cari, agencies, done }} />));
  });
  server.get(`${agenciesPath}/baru`, administrator, (_request, reply) =>
    sendForm(laksa, reply, { agency: null, typed: empty, hidden: { id: uuid7(laksa.clock.now()) } }),
  );
  server.post(`${agenciesPath}/baru`, administrator, (request, reply) => add(laksa, request, reply));
  server.get(`${agenciesPath}/:slug`, { ...administrator, schema: { params: which } }, async (request, reply) => {
    const found = await readOne(laksa, request, request.params.slug);
    if (found === null) return sendFailure(reply, { status: 404 });
    const { agency, mark } = found;
    return sendForm(laksa, reply, { agency, typed: typedFrom(agency), hidden: { seen: mark } });
  });
  server.post(`${agenciesPath}/:slug`, { ...administrator, schema: { params: which } }, (request, reply) =>
    save(laksa, reply, request.params.slug),
  );
  server.post(`${agenciesPath}/:slug/tutup`, { ...administrator, schema: { params: which } }, (request, reply) =>
    close(laksa, reply, request.params.slug),
  );
};

const empty: TypedAgency = { name: '', shortName: '', kind: 'opd', areaCode: '' };

const typedFrom = ({ name, shortName: short, kind, areaCode }: AgencyRow): TypedAgency => ({
  name,
  shortName: short ?? '',
  kind,
  areaCode: areaCode ?? '',
});

const readAll = ({ database }: KeepOfficesMeans, { tenant }: FastifyRequest): Promise<readonly AgencyRow[]> =>
  database.inTenant(tenant.id, (tx) => readAgencies(tx, tenant.id), { readOnly: true });

type Found = { readonly agency: AgencyRow; readonly mark: string };

const readOne = ({ database }: KeepOfficesMeans, { tenant }: FastifyRequest, slug: string): Promise<Found | null> =>
  database.inTenant(
    tenant.id,
    async (tx) => {
      const [agency] = await readAgencies(tx, tenant.id, slug);
      return agency === undefined ? null : { agency, mark: await markOf(tx, tenant.id, agency.id) };
    },
    { readOnly: true },
  );

type Form = Pick<AgencyFormProps, 'typed' | 'hidden'> & {
  readonly agency: AgencyRow | null;
  readonly problems?: Parameters<typeof shownProblems>[1];
  readonly refusal?: OfficeRefusal;
};

const sendForm = (laksa: KeepOfficesMeans, reply: FastifyReply, form: Form): FastifyReply => {
  const { agency, typed, hidden, problems = [], refusal } = form;
  const frame = laksa.frame(reply.request);
  const { t } = frame;
  const isChanged = refusal?.kind === 'changed_meanwhile';
  const page = (
    <AgencyFormPage
      frame={frame}
      title={agency === null ? t('offices.agency.add') : t('offices.agency.change', { name: agency.name })}
      action={agency === null ? `${agenciesPath}/baru` : `${agenciesPath}/${agency.slug}`}
      typed={typed}
      hidden={hidden}
      posts={agency?.posts ?? []}
      problems={shownProblems(t, problems, labelsOf(t))}
      refused={refusal === undefined || isChanged ? undefined : refusalWords(t, refusal)}
      now={isChanged && agency !== null ? nowOf(t, agency) : undefined}
      closing={
        agency === null || agency.closedAt !== null
          ? undefined
          : { action: `${agenciesPath}/${agency.slug}/tutup`, label: `${t('offices.close')}: ${agency.name}` }
      }
    />
  );
  const status = refusal === undefined ? (problems.length > 0 ? 422 : 200) : officeStatus(refusal);
  return sendPage(reply, renderDocument(page), status);
};

type Text = ReturnType<KeepOfficesMeans['frame']>['t'];

const labelsOf = (t: Text) => ({
  name: t('offices.agency.name'),
  shortName: t('offices.agency.shortName'),
  kind: t('offices.agency.kind'),
  areaCode: t('offices.agency.areaCode'),
});

const nowOf = (t: Text, agency: AgencyRow) => [
  { term: t('offices.agency.name'), details: agency.name },
  { term: t('offices.agency.shortName'), details: agency.shortName },
  { term: t('offices.agency.kind'), details: t(`reading.agencies.kind.${agency.kind}`) },
  { term: t('offices.agency.areaCode'), details: agency.areaCode },
];

const add = async (laksa: KeepOfficesMeans, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { tenant } = request;
  const { fields } = await readForm(request);
  const typed = agencyTyped(fields);
  const { villages } = await currentCity(laksa, tenant);
  const read = agencyRead(typed, villages);
  const id = idTyped(fields, laksa);
  if (!read.ok) return sendForm(laksa, reply, { agency: null, typed, hidden: { id }, problems: read.problems });
  const office = { kind: 'agency', id, fields: { ...read.value, closedAt: null } } as const;
  const added = await laksa.database.inTenant(tenant.id, async (tx) => {
    await lockOffices(tx, tenant.id);
    const slug = await freeSlug(tx, tenant.id, 'agency', read.value.shortName ?? read.value.name);
    return openOffice(tx, tenant.id, { office, beside: { slug }, ...doneBy(request) });
  });
  laksa.cities.forget(tenant.id);
  if (!added.ok) return sendForm(laksa, reply, { agency: null, typed, hidden: { id }, refusal: added.refusal });
  return seeOther(reply, `${agenciesPath}?selesai=tersimpan`);
};

const save = async (laksa: KeepOfficesMeans, reply: FastifyReply, slug: string): Promise<FastifyReply> => {
  const { request } = reply;
  const { tenant } = request;
  const { fields } = await readForm(request);
  const found = await readOne(laksa, request, slug);
  if (found === null) return sendFailure(reply, { status: 404 });
  const { agency } = found;
  const typed = agencyTyped(fields);
  const seen = textOf(fields, 'seen');
  const { villages } = await currentCity(laksa, tenant);
  const read = agencyRead(typed, villages);
  if (!read.ok) return sendForm(laksa, reply, { agency, typed, hidden: { seen }, problems: read.problems });
  const saved = await laksa.database.inTenant(tenant.id, (tx) =>
    changeOffice(tx, tenant.id, { kind: 'agency', id: agency.id, to: read.value, seen, ...doneBy(request) }),
  );
  laksa.cities.forget(tenant.id);
  if (saved.ok) return seeOther(reply, `${agenciesPath}?selesai=tersimpan`);
  const now = (await readOne(laksa, request, slug)) ?? found;
  return sendForm(laksa, reply, { agency: now.agency, typed, hidden: { seen: now.mark }, refusal: saved.refusal });
};

const close = async (laksa: KeepOfficesMeans, reply: FastifyReply, slug: string): Promise<FastifyReply> => {
  const { request } = reply;
  const { tenant } = request;
  const { fields } = await readForm(request);
  const found = await readOne(laksa, request, slug);
  if (found === null) return sendFailure(reply, { status: 404 });
  const { agency, mark } = found;
  const done = doneBy(request);
  const to = { closedAt: (agency.closedAt ?? done.at).toISOString() };
  const closed = await laksa.database.inTenant(tenant.id, (tx) =>
    changeOffice(tx, tenant.id, { kind: 'agency', id: agency.id, to, seen: textOf(fields, 'seen'), ...done }),
  );
  laksa.cities.forget(tenant.id);
  if (closed.ok) return seeOther(reply, `${agenciesPath}?selesai=tutup`);
  return sendForm(laksa, reply, { agency, typed: typedFrom(agency), hidden: { seen: mark }, refusal: closed.refusal });
};
