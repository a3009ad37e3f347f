/** What a citizen types on average: the median complaint of a city has some 150 characters. No two say the same, or they would count as copies. */
export const inventedReport = (nonce: string) => ({
  kind: 'complaint',
  description: `Lampu jalan tiang ${nonce.slice(0, 8)} di gang depan musala sudah dua minggu padam, malam hari sangat gelap dan sudah ada dua kali kejadian motor terperosok. Mohon segera diperbaiki.`,
  place: 'Gang depan musala, RT 03 RW 05',
  nonce,
});
