import type { Access } from './domain/access.ts';
import { deliverNoticesTask, wakeNotices } from './features/deliver-notices/jobs.ts';
import { sendClaimCodeTask } from './features/deliver-notices/send-claim-code.ts';
import { deliverPostLettersTask, wakePostLetters } from './features/deliver-post-letters/jobs.ts';
import { forgetFollowRequests, sendFollowLetterTask } from './features/follow-report/jobs.ts';
import { handOverWorkTask } from './features/keep-offices/jobs.ts';
import { forgetBatches, importStaffTask } from './features/import-staff/jobs.ts';
import { forgetInvitations, sendInvitationTask } from './features/invite-staff/jobs.ts';
import { tellOfApiKeyTask, warnOfApiKeyTask, warnOfKeys } from './features/keep-api-keys/jobs.ts';
import { publishFeed } from './features/publish-feed/publish.ts';
import { recountClocksTask } from './features/recount-clocks/jobs.ts';
import { forgetSignInLinks, sendSignInLinkTask } from './features/reset-password/jobs.ts';
import { renewSearch } from './features/show-report/renew-search.ts';
import { renewKeys } from './features/renew-keys/renew-keys.ts';
import { createReminderSweep } from './features/sweep-clocks/remind.ts';
import { createClockSweep } from './features/sweep-clocks/sweep.ts';
import { createWatchSweep } from './features/sweep-clocks/watch.ts';
import { tellOfHandoverTask, tellOfNewPostTask } from './features/tell-handovers/jobs.ts';
import { forgetSignIns, sendSignInLetterTask } from './features/tell-sign-ins/jobs.ts';
import { blurPhotoTask } from './features/take-photos/blur-job.ts';
import { forgetPhotos, workOnPhotoTask, type PhotoWork } from './features/take-photos/jobs.ts';
import { forgetContacts, sendContactLetterTask } from './features/track-report/jobs.ts';
import type { Task } from './platform/jobs/task.ts';
import { sweepLimits } from './platform/limit/limit.ts';
import type { Tenant } from './platform/tenant/tenant.ts';
import type { Installation } from './store/installation.ts';
import { clockChannel } from './store/step-clock.ts';

export type WorkerMeans = PhotoWork & Parameters<typeof deliverNoticesTask>[0];

/** What is done for jobs, by their names. */
export const tasksOf = (means: WorkerMeans): Readonly<Record<string, Task>> => ({
  'deliver-notices': deliverNoticesTask(means),
  'deliver-post-letters': deliverPostLettersTask(means),
  'send-claim-code': sendClaimCodeTask(means),
  'send-contact-letter': sendContactLetterTask(means),
  'send-follow-letter': sendFollowLetterTask(means),
  'send-sign-in-letter': sendSignInLetterTask(means),
  'hand-over-work': handOverWorkTask(means),
  'import-staff': importStaffTask(means),
  'send-invitation': sendInvitationTask(means),
  'send-sign-in-link': sendSignInLinkTask(means),
  'tell-of-handover': tellOfHandoverTask(means),
  'tell-of-new-post': tellOfNewPostTask(means),
  'tell-of-api-key': tellOfApiKeyTask(means),
  'warn-of-api-key': warnOfApiKeyTask(means),
  'recount-clocks': recountClocksTask(means),
  'work-on-photo': workOnPhotoTask(means),
  'blur-photo': blurPhotoTask(means),
});

/** What comes back by itself, tenant by tenant. `wokenBy`: the channel whose `notify` means that something may be waiting. */
export type Sweep = {
  readonly name: string;
  readonly access: Access;
  readonly everyMs: number;
  /** The least time between two rounds. */
  readonly restMs?: number;
  readonly wokenBy?: string;
  /** True when more is waiting. */
  readonly run: (laksa: Installation, tenant: Tenant) => Promise<boolean>;
};

export const sweeps: readonly Sweep[] = [
  { name: 'publish-feed', access: 'system', everyMs: 250, restMs: 30, wokenBy: 'laksa_feed', run: publishFeed },
  { name: 'sweep-clocks', access: 'system', everyMs: 1_000, wokenBy: clockChannel, run: createClockSweep() },
  {
    name: 'remind-reporters',
    access: 'system',
    everyMs: 60_000,
    wokenBy: clockChannel,
    run: createReminderSweep(),
  },
  { name: 'watch-clocks', access: 'system', everyMs: 1_000, wokenBy: clockChannel, run: createWatchSweep() },
  { name: 'wake-notices', access: 'system', everyMs: 5_000, run: wakeNotices },
  { name: 'wake-post-letters', access: 'system', everyMs: 10_000, run: wakePostLetters },
  { name: 'forget-photos', access: 'system', everyMs: 600_000, run: forgetPhotos },
  { name: 'forget-contacts', access: 'system', everyMs: 600_000, run: forgetContacts },
  { name: 'forget-follow-requests', access: 'system', everyMs: 600_000, run: forgetFollowRequests },
  { name: 'renew-keys', access: 'system', everyMs: 60_000, run: renewKeys },
  { name: 'forget-sign-ins', access: 'system', everyMs: 600_000, run: forgetSignIns },
  { name: 'forget-invitations', access: 'system', everyMs: 600_000, run: forgetInvitations },
  { name: 'forget-import-batches', access: 'system', everyMs: 600_000, run: forgetBatches },
  { name: 'warn-of-api-keys', access: 'system', everyMs: 600_000, run: warnOfKeys },
  { name: 'forget-sign-in-links', access: 'system', everyMs: 600_000, run: forgetSignInLinks },
  { name: 'renew-search', access: 'system', everyMs: 600_000, run: renewSearch },
  { name: 'sweep-limits', access: 'system', everyMs: 600_000, run: forgetOldLimits },
];

async function forgetOldLimits(laksa: Installation, tenant: Tenant): Promise<boolean> {
  await laksa.database.inTenant(tenant.id, (tx) => sweepLimits(tx, tenant.id, laksa.clock.now()));
  return false;
}
