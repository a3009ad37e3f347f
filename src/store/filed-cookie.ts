/** Of the browser that filed: it holds the pass, or that whoever held it has left. */
export const filedCookie = 'laporan_terkirim';

/** Whoever shares a device has nothing left on it: the way back in the browser, or an old address in it, shows neither number nor code. */
export const leftMark = 'keluar';

/**
 * Says where a code was lost that this browser may see its own once more. The pass itself goes to the pages of filing alone; this holds nothing, and
 * ends with it.
 */
export const shownCodeCookie = { name: 'kode_tampil', path: '/lacak/kode-baru' } as const;
