import type { Report } from './report.ts';
import type { Post, Role } from './role.ts';

export const permissions = [
  'see_queue',
  'see_reports',
  'see_secret',
  'see_berkadar',
  'see_identity',
  'take_part',
  'file_for_somebody',
  'see_control_room',
  'keep_duty',
  'oversee',
  'administer_city',
  'see_health',
  'answer_data_requests',
  'administer_platform',
] as const;
export type Permission = (typeof permissions)[number];

/**
 * A role is a set of permissions. `see_reports` is for every report of the city; without it a post sees what it works on. `take_part`: may
 * write notes and messages where it sees. Who administers the platform or the city reads no report.
 */
const granted = {
  intake_operator: ['see_queue', 'see_reports', 'take_part', 'file_for_somebody', 'see_identity'],
  verifier: ['see_queue', 'see_reports', 'see_secret', 'see_identity', 'take_part'],
  coordinator: ['see_queue', 'see_reports', 'see_secret', 'see_identity', 'take_part', 'see_control_room', 'keep_duty'],
  agency_officer: ['see_queue', 'take_part'],
  agency_head: ['see_queue', 'take_part'],
  validator: ['see_queue', 'see_reports', 'see_secret', 'take_part'],
  field_crew: ['see_queue', 'take_part'],
  inspectorate: ['see_queue', 'see_reports', 'see_secret', 'see_berkadar', 'see_identity', 'take_part'],
  control_room: ['see_reports', 'see_control_room'],
  leadership: ['see_queue', 'see_reports', 'see_control_room', 'take_part'],
  ombudsman: ['see_reports', 'see_secret', 'oversee'],
  city_admin: ['administer_city', 'keep_duty', 'see_health'],
  data_protection: ['answer_data_requests', 'see_identity'],
  platform_admin: ['administer_platform', 'see_health'],
} as const satisfies Record<Role, readonly Permission[]>;

export const allows = (post: Pick<Post, 'roles'>, permission: Permission): boolean =>
  post.roles.some((role) => permissionsOf(role).includes(permission));

type Seen = Pick<Report, 'class' | 'isSecret' | 'isAnonymous' | 'holderPostId' | 'assignments'>;

/** Whether a post may read this report. Who works on it does; a berkadar or secret one is open to few besides. */
export const seesReport = (post: Post, report: Seen): boolean => {
  if (worksOn(post, report)) return true;
  if (report.class === 'berkadar') return allows(post, 'see_berkadar');
  if (leadsWorkOn(post, report)) return true;
  return allows(post, 'see_reports') && (!report.isSecret || allows(post, 'see_secret'));
};

/** Whether a post may read who the reporter is (the read is logged). An anonymous reporter is hidden from whom the report may be about. */
export const seesIdentity = (post: Post, report: Seen): boolean => {
  if (!seesReport(post, report)) return false;
  return allows(post, 'see_identity') || (worksOn(post, report) && !report.isAnonymous && report.class !== 'berkadar');
};

export const permissionsOf = (role: Role): readonly Permission[] => granted[role];

const worksOn = (post: Post, report: Seen): boolean =>
  report.holderPostId === post.id || kept(report).some((assignment) => assignment.postId === post.id);

/** The head of an agency sees what the agency works on. */
const leadsWorkOn = (post: Post, report: Seen): boolean =>
  post.roles.includes('agency_head') && kept(report).some((assignment) => assignment.agencyId === post.agencyId);

/** Who gave the work back, or lost it, reads no further. */
const kept = (report: Seen) => report.assignments.filter((assignment) => assignment.state !== 'returned');
