import type { TranslationOf } from '../../../platform/i18n/translator.ts';
import type { reading as shape } from '../id/reading.ts';

export const reading = {
  after: 'After',
  agencies: {
    kind: { kecamatan: 'Districts (kecamatan)', kelurahan: 'Villages (kelurahan)', opd: 'City offices' },
    lead: 'Who works on what, the time limits they promise, and how these are kept.',
    none: 'This city has not listed its agencies yet.',
    notFound: 'No agency matches "{{words}}".',
    search: 'Find an agency',
    searchHint: 'Its name, a part of it, or its short form. For example: PUPR, dishub.',
    title: 'Agencies',
  },
  agency: {
    area: 'Works for',
    handles: 'What it handles',
    kind: 'Kind',
    kindOf: {
      kecamatan: 'District office (kecamatan)',
      kelurahan: 'Village office (kelurahan)',
      opd: 'City office',
    },
    none: 'No public report has been passed on to it yet.',
    posts: 'Posts in charge',
    reports: 'All reports that this agency handles',
    wholeCity: 'The whole city',
  },
  area: {
    agencies: 'Offices in this area',
    district: 'Kecamatan {{name}}',
    none: 'There is no public report from this area yet.',
    part: 'Part of',
    reports: 'All reports from this area',
    village: 'Kelurahan {{name}}',
    villages: 'Kelurahan',
  },
  areas: {
    lead: 'Choose a kecamatan or a kelurahan: what its people report, what was answered, and how fast.',
    none: 'This city has not listed its areas yet.',
    open_one: '{{count}} open',
    open_other: '{{count}} open',
    title: 'Areas',
  },
  around: {
    agencies: 'Agencies',
    areas: 'Areas',
    label: 'Explore the reports',
    map: 'Map',
    reports: 'Reports',
  },
  before: 'Before',
  card: 'Report {{number}} to {{city}}: {{title}}. {{state}}.',
  emptyFile: 'Make a report',
  emptyHelp: 'Does something need mending here? Be the first to say so.',
  feed: 'Follow in a news reader (Atom)',
  figures: {
    inTime: 'Answered in time',
    late: 'Past the time limit',
    note_one:
      'In time: of {{count}} report of the last 90 days that was answered or is past its time limit. Public reports only.',
    note_other:
      'In time: of {{count}} reports of the last 90 days that were answered or are past their time limit. Public reports only.',
    open: 'Still open',
    tooFew:
      'How many are answered in time, and how fast, cannot be computed yet: there are too few reports. It takes at least {{least}} that were answered or fell late in the last 90 days.',
    title: 'How reports are answered',
    usual: 'Usually answered within',
  },
  lateBy: 'Late by {{span}}',
  newest: 'Newest reports',
  percent: '{{count}}%',
  printed: 'Printed {{date}}',
  promises: {
    grounds: 'All time limits and the law behind them',
    title: 'What is promised',
  },
  solved: {
    by: 'Answered on {{date}} by {{agency}}, in {{span}}',
    bySomeone: 'Answered on {{date}}, in {{span}}',
    title: 'Answered lately',
  },
} satisfies TranslationOf<typeof shape>;
