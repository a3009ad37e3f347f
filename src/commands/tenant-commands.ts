import type { Command } from './command.ts';
import { checkTenant } from './tenant/check-tenant.ts';
import { createTenant } from './tenant/create-tenant.ts';
import { listTenants } from './tenant/list-tenants.ts';
import { openTenant } from './tenant/open-tenant.ts';
import { rehearseTenant } from './tenant/rehearse-tenant.ts';
import { removeTenant } from './tenant/remove-tenant.ts';
import { setTenant } from './tenant/set-tenant.ts';

export const tenantCommands: readonly Command[] = [
  {
    name: 'tenant create',
    usage: 'tenant create --slug S --region 36.71 --origin https://... [--name N] [--zone Asia/Jakarta]',
    summary: 'adds a region, not open yet: its villages, and sample agencies, posts and categories to edit',
    run: createTenant,
  },
  {
    name: 'tenant list',
    usage: 'tenant list',
    summary: 'the regions, where they answer and what they are',
    run: listTenants,
  },
  {
    name: 'tenant set',
    usage: 'tenant set --tenant T [--name N] [--origin https://...] [--zone Z]',
    summary: 'changes what a region is called, where it answers, or (before its first report) its time zone',
    run: setTenant,
  },
  {
    name: 'tenant check',
    usage: 'tenant check [--tenant T]',
    summary: 'what is needed before a region opens to its citizens, and what is done',
    run: checkTenant,
  },
  {
    name: 'tenant open',
    usage: 'tenant open --tenant T [--anyway REASON]',
    summary: 'opens a region to its citizens when nothing is missing, or with a reason',
    run: openTenant,
  },
  {
    name: 'tenant rehearse',
    usage: 'tenant rehearse --of T --origin https://... [--slug latihan-T]',
    summary: 'makes a region for trainees with the offices, categories and rules of another; it sends nothing outside',
    run: rehearseTenant,
  },
  {
    name: 'tenant remove',
    usage: 'tenant remove --tenant T [--yes-delete-city NAME]',
    summary:
      'deletes a demonstration or a rehearsal with all its rows, files, letters and sign-ins; a real city by its name',
    run: removeTenant,
  },
];
