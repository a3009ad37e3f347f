import type { TranslationOf } from '../../../platform/i18n/translator.ts';
import type { reading as shape } from '../id/reading.ts';

export const reading = {
  after: 'After',
  agencies: {
    kind: { kecamatan: 'Districts (kecamatan)', kelurahan: 'Villages (kelurahan)', opd: 'City offices' },
    lead: 'Who works on what, the time limits they promise, and how these are kept.',
    none: 'This city has not listed its agencies yet.',
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
  feed: 'Atom feed',
  figures: {
    inTime: 'Answered in time',
    late: 'Past the time limit',
    note_one:
      'In time: of {{count}} report of the last 90 days that was answered or is past its time limit. Public reports only.',
    note_other:
      'In time: of {{count}} reports of the last 90 days that were answered or are past their time limit. Public reports only.',
    open: 'Still open',
    tooFew: 'How many in time and how fast is shown from {{least}} reports in the last 90 days.',
    title: 'How reports are answered',
    usual: 'Usually answered within',
  },
  newest: 'Newest reports',
  percent: '{{count}}%',
  printed: 'Printed {{date}}',
  promises: {
    grounds: 'All time limits and the law behind them',
    title: 'What is promised',
  },
  solved: {
    by: '{{agency}}, answered in {{span}}',
    bySomeone: 'Answered in {{span}}',
    title: 'Answered lately',
  },
} satisfies TranslationOf<typeof shape>;
