export const refusal = {
  kind: {
    changed_meanwhile:
      'Laporan ini berubah sejak Anda membukanya. Bandingkan dulu isinya, lalu kirim lagi kalau masih perlu.',
    incomplete: 'Ada yang belum lengkap.',
    not_found: 'Tidak ditemukan.',
    post_may_not: 'Jabatan Anda tidak berwenang melakukan ini.',
    returns_used_up:
      'Keputusan koordinator mengikat: laporan ini tidak dapat dikembalikan lagi. Kalau tetap bukan urusan instansi Anda, tulis catatan pada laporan ini dan minta koordinator menunjuk instansi lain.',
    same_hands: 'Yang menjawab atau mengusulkan tidak boleh memutuskannya sendiri. Serahkan kepada petugas lain.',
    state_forbids: 'Hal ini tidak dapat dilakukan pada keadaan laporan sekarang.',
    too_many_tries: 'Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi.',
    wrong_code: 'Nomor laporan dan kode tidak cocok. Periksa angkanya satu per satu.',
  },
  problem: {
    in_the_future: 'Tanggalnya belum terjadi. Isi hari ini atau sebelumnya.',
    in_the_past: 'Tanggalnya sudah lewat. Isi hari ini atau sesudahnya.',
    not_a_date: 'Bukan tanggal. Contoh: 24-11-2026.',
    not_a_number: 'Bukan angka yang dapat dipakai di sini. Periksa lagi.',
    not_a_phone: 'Bukan nomor telepon yang kami kenali. Contoh: 0812 3456 7890.',
    not_allowed: 'Pilihan ini tidak dapat dipakai di sini.',
    not_an_email: 'Bukan alamat email. Contoh: nama@contoh.id.',
    required: 'Bagian ini perlu diisi.',
    too_far_ahead: 'Terlalu jauh ke depan. Isi tanggal paling lama setahun dari hari ini.',
    too_long: 'Terlalu panjang. Ringkaskan sedikit.',
    too_many: 'Terlalu banyak. Kurangi jumlahnya.',
    unknown: 'Isian ini tidak kami kenali. Periksa lagi, atau pilih dari daftar.',
  },
};
