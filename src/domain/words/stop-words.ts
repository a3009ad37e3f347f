/** Words that stand in every text and find nothing by themselves. */
export const stopWords: ReadonlySet<string> = new Set(
  `ada adalah agar akan anda apa apakah atas atau bagi bahwa bapak banget banyak belum bisa dalam dan dapat dari dengan di dia dong harus hal ibu ini itu
  jadi jangan juga kalau kami kan karena ke kepada kita lagi lah lainnya lebih maka masih mereka mohon nya oleh pada para per pun sampai saja sama sangat saya
  sebagai secara segera sekali seperti serta sini situ sudah supaya tapi telah tentang terhadap terima kasih terus tersebut tetapi tidak tolong untuk yang
  a an and are at for from in is it my not of on or the there this to was we with`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
