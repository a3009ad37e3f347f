import type { FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { textOf } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { presentLookup } from '../../store/carry-lookups.ts';
import { isAddressStopped, resumeAddress, stopAddress } from '../../store/contact-stop.ts';
import { openAddressPass } from '../../store/letter-pass.ts';
import { renderDocument } from '../../ui/render.ts';
import { AddressPage, type AddressProps } from './address.view.tsx';
import type { FollowReportMeans } from './means.ts';

const config = { access: 'claim' satisfies Access } as const;
const path = '/surat/berhenti/:pass';

type WithPass = { Params: { readonly pass: string } };

/**
 * No letters at all to an address that somebody else may have typed, by the link in the letter it got. Opened it changes nothing, for mail programs open
 * links, too; its button does, which a mail program may press (RFC 8058): so the answer to that is a page and no redirect.
 */
export const addressRoutes = (server: Server, laksa: FollowReportMeans): void => {
  server.get<WithPass>(path, { config }, async (request, reply) => {
    const lookup = lookupIn(laksa, request);
    const { id } = request.tenant;
    const isStopped =
      lookup === null
        ? null
        : await laksa.database.inTenant(
            id,
            async (tx) => isAddressStopped(tx, id, await presentLookup(tx, id, lookup)),
            { readOnly: true },
          );
    return sendPage(reply, addressPage(laksa, request, { isStopped, isDone: false }), isStopped === null ? 404 : 200);
  });

  server.post<WithPass>(path, { config }, async (request, reply) => {
    const lookup = lookupIn(laksa, request);
    if (lookup === null) return sendPage(reply, addressPage(laksa, request, { isStopped: null, isDone: false }), 404);
    const isStopped = textOf((await readForm(request)).fields, 'apa') !== 'resume_address';
    const { id: tenantId, clock } = request.tenant;
    await laksa.database.inTenant(tenantId, async (tx) => {
      const address = { tenantId, lookup: await presentLookup(tx, tenantId, lookup), at: clock.now() };
      await (isStopped ? stopAddress : resumeAddress)(tx, address);
    });
    return sendPage(reply, addressPage(laksa, request, { isStopped, isDone: true }));
  });
};

const lookupIn = ({ keyring }: FollowReportMeans, { tenant, params }: FastifyRequest<WithPass>): Buffer | null =>
  openAddressPass({ keyring, tenantId: tenant.id }, params.pass);

const addressPage = (
  laksa: FollowReportMeans,
  request: FastifyRequest<WithPass>,
  shown: Pick<AddressProps, 'isStopped' | 'isDone'>,
): string => renderDocument(<AddressPage frame={laksa.frame(request)} pass={request.params.pass} {...shown} />);
