/**
 * `confirmed`: read in the law or in an official page of the state. `secondary`: reported by others. `unconfirmed`: general knowledge
 * without a source at hand. `own`: nobody prescribes it; the city decides.
 */
export const confidences = ['confirmed', 'secondary', 'unconfirmed', 'own'] as const;
export type Confidence = (typeof confidences)[number];

/** One promise or rule of a city, with where it comes from. */
export type PolicyRule = {
  readonly key: string;
  readonly value: unknown;
  readonly source: string;
  readonly confidence: Confidence;
};

const hours = (n: number) => ({ n, unit: 'hours' }) as const;
const workingDays = (n: number) => ({ n, unit: 'working_days' }) as const;
const calendarDays = (n: number) => ({ n, unit: 'calendar_days' }) as const;

const SP4N = 'SP4N service standards as published by local governments (sippn.menpan.go.id), after PermenPANRB 62/2018';
const LAPOR = 'SP4N-LAPOR!, questions and answers (blog.lapor.go.id)';
const UU_25 = 'UU 25/2009 on public services';
const KIP = 'UU 14/2008 on public information, as in published PPID procedures';

/** What a new city starts with. Each number is the city's to change: a change is a new version and holds for reports filed after it. */
export const defaultPolicyRules: readonly PolicyRule[] = [
  {
    key: 'clock.first_answer',
    value: hours(24),
    source: 'Promise of Kota Tangerang for LAKSA, "1x24 jam" (2020, press)',
    confidence: 'secondary',
  },
  { key: 'clock.verify', value: workingDays(3), source: LAPOR, confidence: 'confirmed' },
  { key: 'clock.completeness', value: calendarDays(14), source: `${UU_25}, art. 44`, confidence: 'secondary' },
  {
    key: 'clock.follow_up',
    value: workingDays(5),
    source: 'SP4N-LAPOR! application page (App Store id1486554343)',
    confidence: 'confirmed',
  },
  { key: 'clock.answer.aspiration', value: workingDays(5), source: SP4N, confidence: 'secondary' },
  { key: 'clock.answer.information', value: workingDays(5), source: SP4N, confidence: 'secondary' },
  { key: 'clock.answer.information_request', value: workingDays(5), source: SP4N, confidence: 'secondary' },
  { key: 'clock.answer.complaint', value: workingDays(14), source: SP4N, confidence: 'secondary' },
  { key: 'clock.answer.berkadar', value: workingDays(60), source: SP4N, confidence: 'secondary' },
  {
    key: 'clock.decision',
    value: calendarDays(60),
    source: `${UU_25}, art. 50; Perpres 76/2013`,
    confidence: 'secondary',
  },
  { key: 'clock.kip', value: workingDays(10), source: KIP, confidence: 'secondary' },
  { key: 'clock.kip_extension', value: workingDays(7), source: KIP, confidence: 'secondary' },
  { key: 'clock.validation', value: workingDays(2), source: 'No rule found', confidence: 'own' },
  { key: 'clock.validation.dispute', value: workingDays(5), source: 'No rule found', confidence: 'own' },
  { key: 'clock.completion', value: calendarDays(30), source: `${UU_25}, art. 44`, confidence: 'unconfirmed' },
  {
    key: 'clock.reply_window',
    value: workingDays(10),
    source: 'SP4N-LAPOR! application page (App Store id1486554343)',
    confidence: 'confirmed',
  },
  { key: 'clock.outside', value: calendarDays(14), source: 'No rule found', confidence: 'own' },
  {
    key: 'week.saturday_works',
    value: false,
    source: 'Five-day week of government offices',
    confidence: 'unconfirmed',
  },
  {
    key: 'week.joint_leave_works',
    value: false,
    source: 'Joint decree of three ministers on holidays and joint leave, yearly',
    confidence: 'confirmed',
  },
  { key: 'office_hours.from', value: '08:00', source: 'No rule found', confidence: 'own' },
  { key: 'office_hours.until', value: '16:00', source: 'No rule found', confidence: 'own' },
  { key: 'escalation.holder', value: 50, source: 'No rule found', confidence: 'own' },
  { key: 'escalation.agency_head', value: 75, source: 'No rule found', confidence: 'own' },
  { key: 'escalation.leadership', value: 100, source: 'No rule found', confidence: 'own' },
  { key: 'escalation.oversight', value: 150, source: 'No rule found', confidence: 'own' },
  { key: 'notices.due_soon_hours', value: 24, source: 'No rule found', confidence: 'own' },
  { key: 'notices.quiet_from', value: '20:00', source: 'No rule found', confidence: 'own' },
  { key: 'notices.quiet_until', value: '06:00', source: 'No rule found', confidence: 'own' },
  { key: 'notices.digest_at', value: '07:30', source: 'No rule found', confidence: 'own' },
  { key: 'notices.settle_minutes', value: 2, source: 'No rule found', confidence: 'own' },
  { key: 'notices.unopened_days', value: 2, source: 'No rule found', confidence: 'own' },
  { key: 'reminder.completion_days', value: 7, source: 'No rule found', confidence: 'own' },
  { key: 'reminder.reply_window_days', value: 3, source: 'No rule found', confidence: 'own' },
  { key: 'reject.needs_second', value: true, source: 'No rule found', confidence: 'own' },
  { key: 'assign.max_open', value: 10, source: 'No rule found', confidence: 'own' },
  { key: 'merge.max_voices', value: 200, source: 'No rule found', confidence: 'own' },
  { key: 'ask_reporter.max_by_holder', value: 2, source: 'No rule found', confidence: 'own' },
  { key: 'return_to_coordinator.max', value: 3, source: 'No rule found', confidence: 'own' },
];
