/** What readers of feeds are told. */
export const feed = {
  follow: 'Follow in a feed reader (Atom)',
  title: 'Citizens’ reports of {{city}}',
};
