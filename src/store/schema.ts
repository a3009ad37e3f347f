// Read from the catalogue of a migrated database by `npm run schema`. Do not edit: write a migration.
import type { ColumnType, GeneratedAlways } from 'kysely';

type Json = ColumnType<unknown, string, string>;
type Bigint = ColumnType<string, string | number | bigint, string | number | bigint>;

export type AgencyTable = {
  tenant_id: string;
  id: string;
  slug: string;
  name: string;
  created_at: Date;
  closed_at: Date | null;
  kind: string;
  area_code: string | null;
  short_name: string | null;
};

export type ApiKeyTable = {
  tenant_id: string;
  id: string;
  post_id: string;
  key_hash: Buffer;
  scopes: readonly string[];
  created_at: Date;
  expires_at: Date | null;
  last_used_at: Date | null;
  revoked_at: Date | null;
  made_by: string | null;
  warned_at: Date | null;
};

export type AssignmentTable = {
  tenant_id: string;
  id: string;
  report_id: string;
  agency_id: string;
  post_id: string;
  state: string;
  offered_at: Date;
  accepted_at: Date | null;
  closed_at: Date | null;
};

export type CalendarChangeTable = {
  tenant_id: string;
  id: string;
  reason: string;
  made_by: string | null;
  made_at: Date;
  added: Json;
  removed: Json;
};

export type CategoryTable = {
  tenant_id: string;
  id: string;
  slug: string;
  group_slug: string;
  group_name: Json;
  name: Json;
  lapor_name: string | null;
  needs_proof: boolean;
  is_sensitive: boolean;
  position: number;
  created_at: Date;
  closed_at: Date | null;
  words: readonly string[];
  examples: Json;
  questions: Json;
  stoppers: Json;
  promise_text: Json | null;
};

export type CityEventTable = {
  tenant_id: string;
  id: string;
  at: Date;
  kind: string;
  subject_id: string;
  by_user: string | null;
  by_post: string | null;
  changes: Json;
  undoes: string | null;
};

export type ClockPauseTable = {
  tenant_id: string;
  id: string;
  clock_id: string;
  reason: string;
  actor_post: string | null;
  started_at: Date;
  ended_at: Date | null;
};

export type ContactChangeTable = {
  tenant_id: string;
  id: string;
  report_id: string;
  field: string;
  state: string;
  key_id: string;
  old_sealed: Buffer | null;
  new_sealed: Buffer | null;
  told_sealed: Buffer | null;
  language: string;
  asked_at: Date;
  expires_at: Date;
  done_at: Date | null;
  take_back_until: Date;
  disowned_lookup: Buffer | null;
  disowned_at: Date | null;
};

export type ContactStopTable = {
  tenant_id: string;
  field: string;
  lookup: Buffer;
  stopped_at: Date;
  ended_at: Date | null;
};

export type DataKeyTable = {
  tenant_id: string;
  id: string;
  purpose: string;
  wrapped: Buffer;
  created_at: Date;
  retired_at: Date | null;
  used_from: Date | null;
  lost_at: Date | null;
};

export type DutyTable = {
  tenant_id: string;
  id: string;
  post_id: string;
  from_at: Date;
  until_at: Date;
  made_by: string | null;
  made_at: Date;
};

export type EventFeedTable = {
  tenant_id: string;
  position: Bigint;
  event_id: string;
  published_at: Date;
  chain: Buffer;
};

export type EventPendingTable = {
  tenant_id: string;
  event_id: string;
};

export type EventSecretTable = {
  tenant_id: string;
  event_id: string;
  field: string;
  salt: Buffer;
  value: string;
};

export type FeedCursorTable = {
  tenant_id: string;
  reader: string;
  position: Bigint;
};

export type FindReportPublicTermsTable = {
  tenant_id: string;
  id: string;
  filed_at: Date;
  terms: string;
  kind: string;
  state: string;
  category_id: string | null;
  village_code: string | null;
  next_due_at: Date | null;
};

export type FindReportPublicWordsTable = {
  tenant_id: string;
  id: string;
  filed_at: Date;
  words: string | null;
};

export type FollowTable = {
  tenant_id: string;
  id: string;
  report_id: string;
  person_id: string;
  contact_hash: Buffer;
  followed_at: Date;
  ended_at: Date | null;
};

export type FollowRequestTable = {
  tenant_id: string;
  id: string;
  report_id: string;
  key_id: string;
  sealed: Buffer;
  device_hash: Buffer;
  language: string;
  asked_at: Date;
  expires_at: Date;
};

export type HandedReportTable = {
  tenant_id: string;
  handover_id: string;
  report_id: string;
  state: string;
};

export type HolidayTable = {
  tenant_id: string;
  day: string;
  kind: string;
  name: string;
  source: string;
};

export type ImportBatchTable = {
  tenant_id: string;
  id: string;
  key_id: string;
  sealed: Buffer | null;
  by_user: string;
  by_post: string;
  made_at: Date;
  expires_at: Date;
  confirmed_at: Date | null;
  done_at: Date | null;
  invited: number | null;
  changed: number | null;
  made: number | null;
  refused: string | null;
};

export type InvitationTable = {
  tenant_id: string;
  id: string;
  post_id: string;
  key_id: string;
  sealed: Buffer | null;
  lookup: Buffer;
  language: string;
  from_at: Date;
  until_at: Date | null;
  invited_at: Date;
  expires_at: Date;
  by_user: string | null;
  by_post: string | null;
  accepted_at: Date | null;
  accepted_by: string | null;
  voided_at: Date | null;
};

export type LetterWordingTable = {
  tenant_id: string;
  version: number;
  words: Json;
  made_by: string;
  made_at: Date;
};

export type LimitCountTable = {
  tenant_id: string;
  key: Buffer;
  window_start: Date;
  count: number;
};

export type NoticeTable = {
  tenant_id: string;
  id: string;
  report_id: string;
  event_id: string;
  seq: number;
  kind: string;
  channel: string;
  state: string;
  attempts: number;
  last_error: string | null;
  created_at: Date;
  sent_at: Date | null;
  follow_id: string | null;
  letter_id: string | null;
  look_at: Date | null;
};

export type NoticeChoiceTable = {
  tenant_id: string;
  person_id: string;
  channel: string;
  steps: string;
  quiet_from: string | null;
  quiet_until: string | null;
  stopped_at: Date | null;
  changed_at: Date;
};

export type NoticeLetterTable = {
  tenant_id: string;
  id: string;
  report_id: string;
  follow_id: string | null;
  lookup: Buffer;
  language: string;
  wording_version: number | null;
  written_at: Date;
  topic: Json | null;
  is_public: boolean | null;
};

export type NoticeSettingTable = {
  tenant_id: string;
  user_id: string;
  delivery: string;
  language: string;
};

export type PersonTable = {
  tenant_id: string;
  id: string;
  language: string;
  created_at: Date;
};

export type PersonFieldTable = {
  tenant_id: string;
  person_id: string;
  field: string;
  key_id: string;
  sealed: Buffer;
  lookup: Buffer;
  lookup_key_id: string | null;
  former_lookup: Buffer | null;
};

export type PhotoTable = {
  tenant_id: string;
  id: string;
  purpose: string;
  report_id: string | null;
  post_id: string | null;
  staged_under: Buffer | null;
  content_mark: Buffer | null;
  state: string;
  problem: string | null;
  media_type: string | null;
  width: number | null;
  height: number | null;
  original_bytes: number | null;
  original_key_id: string | null;
  details: Buffer | null;
  details_key_id: string | null;
  received_at: Date;
  touched_at: Date;
  worked_at: Date | null;
  is_public: boolean;
  blur_version: number | null;
  blurred_version: number | null;
  original_file: string | null;
  former_file: string | null;
};

export type PhotoBlurTable = {
  tenant_id: string;
  photo_id: string;
  version: number;
  boxes: readonly string[];
  post_id: string;
  at: Date;
};

export type PhotoPublicTable = {
  tenant_id: string;
  id: string;
  report_id: string | null;
  number: string | null;
  purpose: string;
  width: number | null;
  height: number | null;
  blurred_version: number | null;
};

export type PlacePublicTable = {
  tenant_id: string;
  id: string;
  number: string | null;
  kind: string | null;
  state: string | null;
  title: string | null;
  category_id: string | null;
  village_code: string | null;
  village: string | null;
  filed_at: Date | null;
  next_due_at: Date | null;
  latitude: number;
  longitude: number;
  is_near: boolean | null;
};

export type PolicyRuleTable = {
  tenant_id: string;
  version: number;
  key: string;
  value: Json;
  source: string;
  confidence: string;
  created_at: Date;
};

export type PolicyVersionTable = {
  tenant_id: string;
  version: number;
  reason: string;
  made_by: string | null;
  made_at: Date;
};

export type PostTable = {
  tenant_id: string;
  id: string;
  slug: string;
  name: string;
  agency_id: string | null;
  roles: readonly string[];
  created_at: Date;
  closed_at: Date | null;
};

export type PostHandoverTable = {
  tenant_id: string;
  id: string;
  from_post_id: string;
  to_post_id: string;
  by_post: string | null;
  made_at: Date;
};

export type PostHolderTable = {
  tenant_id: string;
  id: string;
  post_id: string;
  user_id: string;
  from_at: Date;
  until_at: Date | null;
  address: string | null;
  acting: string | null;
  seen_at: Date | null;
};

export type PostLetterTable = {
  tenant_id: string;
  notice_id: string;
  user_id: string;
  state: string;
  attempts: number;
  last_error: string | null;
  sent_at: Date | null;
};

export type PostNoticeTable = {
  tenant_id: string;
  id: string;
  post_id: string;
  report_id: string;
  kind: string;
  about_id: string;
  at: Date;
  not_before: Date;
  created_at: Date;
  seen_at: Date | null;
  by_roster: boolean;
};

export type PostSeenTable = {
  tenant_id: string;
  post_id: string;
  at: Date;
};

export type ReadinessMarkTable = {
  tenant_id: string;
  id: string;
  item: string;
  is_confirmed: boolean;
  note: string;
  post_id: string | null;
  user_id: string | null;
  marked_at: Date;
};

export type RehearsalLetterTable = {
  tenant_id: string;
  name: string;
  receiver: string;
  subject: string;
  words: string;
  written_at: Date;
};

export type ReportTable = {
  tenant_id: string;
  id: string;
  number: string;
  kind: string;
  class: string | null;
  state: string;
  state_before: string | null;
  state_since: Date;
  closed_reason: string | null;
  version: number;
  policy_version: number;
  publication: string;
  publication_reason: string | null;
  is_anonymous: boolean;
  is_secret: boolean;
  category_id: string | null;
  village_code: string | null;
  channel: string;
  occurred_on: string | null;
  reporter_id: string | null;
  reporter_language: string;
  holder_post_id: string | null;
  answered_by_post_id: string | null;
  reject_proposed_by_post_id: string | null;
  questions_asked: number;
  times_returned: number;
  next_due_at: Date | null;
  next_clock: string | null;
  rating: number | null;
  public_title: string | null;
  public_description: string | null;
  public_answer: string | null;
  claim_hash: Buffer;
  claim_generation: number;
  nonce_hash: Buffer;
  filed_at: Date;
  words: GeneratedAlways<string>;
  words_mark: Buffer | null;
  place_mark: Buffer | null;
  claim_offered: number | null;
};

export type ReportClockTable = {
  tenant_id: string;
  id: string;
  report_id: string;
  kind: string;
  policy_version: number;
  started_at: Date;
  due_at: Date;
  provisional: boolean;
  paused_at: Date | null;
  paused_ms: Bigint;
  stopped_at: Date | null;
  outcome: string | null;
  passed_at: Date | null;
  watch_at: Date | null;
  extended_at: Date | null;
  reminded_at: Date | null;
  reminded_of: Date | null;
};

export type ReportEventTable = {
  tenant_id: string;
  id: string;
  report_id: string;
  seq: number;
  at: Date;
  kind: string;
  actor_kind: string;
  actor_post: string | null;
  payload: Json;
  commitments: Json;
  prev_hash: Buffer;
  hash: Buffer;
};

export type ReportFlagTable = {
  tenant_id: string;
  report_id: string;
  device_hash: Buffer;
  network_hash: Buffer | null;
  reason: string;
  words: string | null;
  flagged_at: Date;
  settled_at: Date | null;
};

export type ReportMergeTable = {
  tenant_id: string;
  id: string;
  report_id: string;
  primary_id: string;
  merged_at: Date;
  ended_at: Date | null;
};

export type ReportPlaceTable = {
  tenant_id: string;
  report_id: string;
  village_code: string | null;
  latitude: number;
  longitude: number;
};

export type ReportPublicTable = {
  tenant_id: string;
  id: string;
  number: string;
  kind: string;
  class: string | null;
  state: string;
  state_since: Date;
  closed_reason: string | null;
  publication: string;
  publication_reason: string | null;
  category_id: string | null;
  village_code: string | null;
  title: string | null;
  description: string | null;
  answer: string | null;
  filed_at: Date;
  next_due_at: Date | null;
  next_clock: string | null;
  rating: number | null;
  version: number;
};

export type ReportSearchTable = {
  tenant_id: string;
  report_id: string;
  filed_at: Date;
  rules: number;
  terms: string;
};

export type ReportSubjectTable = {
  tenant_id: string;
  report_id: string;
  person_id: string | null;
  consented_at: Date;
};

export type RoutingRuleTable = {
  tenant_id: string;
  id: string;
  category_id: string;
  area_code: string;
  agency_id: string;
  post_id: string;
  assigns_at_once: boolean;
  created_at: Date;
  closed_at: Date | null;
};

export type SearchKeyTable = {
  tenant_id: string;
  key: string;
  form: string;
  stem: string;
};

export type SignInEventTable = {
  tenant_id: string;
  id: string;
  user_id: string;
  at: Date;
  kind: string;
  device: string;
  detail: string | null;
};

export type SignInLinkTable = {
  tenant_id: string;
  id: string;
  user_id: string | null;
  key_id: string;
  sealed: Buffer | null;
  purpose: string;
  language: string;
  asked_at: Date;
  expires_at: Date;
  used_at: Date | null;
};

export type SupporterTable = {
  tenant_id: string;
  report_id: string;
  device_hash: Buffer;
  contact_hash: Buffer | null;
  supported_at: Date;
};

export type TenantTable = {
  id: string;
  slug: string;
  name: string;
  origin: string;
  zone: string;
  region_code: string;
  is_demo: boolean;
  is_rehearsal: boolean;
  clock_offset_ms: Bigint;
  clock_speed: number;
  clock_origin: Date;
  created_at: Date;
  live_since: Date | null;
  removed_at: Date | null;
};

export type VaultReadTable = {
  tenant_id: string;
  id: string;
  person_id: string | null;
  report_id: string | null;
  fields: readonly string[];
  ground: string;
  post_id: string | null;
  at: Date;
  photo_id: string | null;
};

export type VillageTable = {
  tenant_id: string;
  code: string;
  name: string;
  district_code: string;
  district_name: string;
  postal_code: string | null;
  latitude: number | null;
  longitude: number | null;
  aliases: readonly string[];
};

export type VillageAreaTable = {
  tenant_id: string;
  village_code: string;
  rings: Json;
  west: number;
  south: number;
  east: number;
  north: number;
  is_approximate: boolean;
  source: string;
  imported_at: Date;
};

export type Schema = {
  agency: AgencyTable;
  api_key: ApiKeyTable;
  assignment: AssignmentTable;
  calendar_change: CalendarChangeTable;
  category: CategoryTable;
  city_event: CityEventTable;
  clock_pause: ClockPauseTable;
  contact_change: ContactChangeTable;
  contact_stop: ContactStopTable;
  data_key: DataKeyTable;
  duty: DutyTable;
  event_feed: EventFeedTable;
  event_pending: EventPendingTable;
  event_secret: EventSecretTable;
  feed_cursor: FeedCursorTable;
  'find.report_public_terms': FindReportPublicTermsTable;
  'find.report_public_words': FindReportPublicWordsTable;
  follow: FollowTable;
  follow_request: FollowRequestTable;
  handed_report: HandedReportTable;
  holiday: HolidayTable;
  import_batch: ImportBatchTable;
  invitation: InvitationTable;
  letter_wording: LetterWordingTable;
  limit_count: LimitCountTable;
  notice: NoticeTable;
  notice_choice: NoticeChoiceTable;
  notice_letter: NoticeLetterTable;
  notice_setting: NoticeSettingTable;
  person: PersonTable;
  person_field: PersonFieldTable;
  photo: PhotoTable;
  photo_blur: PhotoBlurTable;
  photo_public: PhotoPublicTable;
  place_public: PlacePublicTable;
  policy_rule: PolicyRuleTable;
  policy_version: PolicyVersionTable;
  post: PostTable;
  post_handover: PostHandoverTable;
  post_holder: PostHolderTable;
  post_letter: PostLetterTable;
  post_notice: PostNoticeTable;
  post_seen: PostSeenTable;
  readiness_mark: ReadinessMarkTable;
  rehearsal_letter: RehearsalLetterTable;
  report: ReportTable;
  report_clock: ReportClockTable;
  report_event: ReportEventTable;
  report_flag: ReportFlagTable;
  report_merge: ReportMergeTable;
  report_place: ReportPlaceTable;
  report_public: ReportPublicTable;
  report_search: ReportSearchTable;
  report_subject: ReportSubjectTable;
  routing_rule: RoutingRuleTable;
  search_key: SearchKeyTable;
  sign_in_event: SignInEventTable;
  sign_in_link: SignInLinkTable;
  supporter: SupporterTable;
  tenant: TenantTable;
  vault_read: VaultReadTable;
  village: VillageTable;
  village_area: VillageAreaTable;
};
