/** What readers of feeds are told. */
export const feed = {
  follow: 'Ikuti lewat pembaca umpan (Atom)',
  title: 'Laporan warga {{city}}',
};
