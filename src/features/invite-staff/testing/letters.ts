import type { Mail } from '../../../platform/mail/mail.ts';
import pg from 'pg';

import type { JobIds } from '../../../platform/jobs/job-ids.ts';
import type { Task } from '../../../platform/jobs/task.ts';
import { tasksOf } from '../../../worker.ts';
import type { TestSite } from '../../../testing/test-site.ts';
import { workOnPicture } from '../../../testing/work-on-picture.ts';

/** Takes the jobs of letters to officers that wait, as a worker would, and gives what was sent. */
export const takeLetters = async (site: TestSite): Promise<readonly Mail[]> => {
  const sent: Mail[] = [];
  const tasks: Readonly<Record<string, Task>> = tasksOf({
    ...site.laksa,
    sendMail: async (mail) => void sent.push(mail),
    workOnPicture,
  });
  const admin = new pg.Client({ connectionString: site.url });
  await admin.connect();
  const { rows } = await admin.query<{ name: string; payload: JobIds }>(
    `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
     where t.id = j.task_id and t.identifier in ('send-invitation', 'send-sign-in-link', 'import-staff', 'tell-of-api-key', 'warn-of-api-key', 'tell-of-handover', 'tell-of-new-post') returning t.identifier as name, j.payload`,
  );
  await admin.end();
  const running = { jobId: '1', attempts: 1, signal: new AbortController().signal };
  for (const { name, payload } of rows) await tasks[name]?.run(payload, running);
  return sent;
};

/** The path of the one link in a letter that leads to a page of officers. */
export const pathIn = ({ text }: Mail): string => {
  const [, path] = /https?:\/\/[^/\s]+(\/petugas\/(?:undangan|akun-baru)\/\S+)/.exec(text) ?? [];
  if (path === undefined) throw new Error(`no link in the letter:\n${text}`);
  return path;
};
