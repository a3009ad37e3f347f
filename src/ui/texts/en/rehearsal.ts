export const rehearsal = {
  feed: 'LATIHAN / REHEARSAL',
  hint: 'These are the letters that reporters and officers would get. In a rehearsal none is sent: the newest 100 are read here.',
  none: 'There is no letter yet.',
  notice: 'Letters of a rehearsal leave nowhere:',
  title: 'Rehearsal letters',
  to: 'To: {{receiver}}',
};
