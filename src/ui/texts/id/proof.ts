export const proof = {
  heldBack:
    'Belum terkirim: dari jaringan internet Anda baru saja masuk banyak permintaan. Jawab satu pertanyaan kecil di bawah, lalu kirim lagi.',
  hint: 'Boleh dengan angka, boleh dengan huruf. Dengan ini kami tahu bahwa yang mengirim bukan program.',
  question: 'Berapa {{left}} ditambah {{right}}?',
  wrong: 'Jawaban tadi tidak cocok, atau waktunya sudah lewat. Ini pertanyaan baru.',
} as const;
