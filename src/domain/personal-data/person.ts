import { wordEnd, wordStart, type Span } from './span.ts';
import { noNames } from './no-names.ts';

/** How people are called by age, kinship, faith and learning, in Indonesian, Sundanese, Javanese, Betawi and among Chinese Indonesians. */
const titles = [
  'bapak|bpk|bp|pak|ibu|ibuk|bu|saudara|saudari|sdr|sdri|sdra|tuan|tn|nyonya|ny|nona|nn|nama|namanya|bernama|atas nama|an|keluarga',
  'nenek|nek|kakek|kek|eyang|mbah|simbah|aki|nini|abah|ambu|oma|opa|engkong|kong|nyai|encing|encang|babe|enyak|emak|mak|mamak|mbok|bunda|ayah|mama|mamah|papa|opung|ompung|inang|amang',
  'kakak|kak|adik|adek|dek|mas|mbak|mba|mbakyu|kang|akang|teh|teteh|neng|ujang|asep|aa|bang|abang|bung|mpok|uda|uni|bli|daeng|lae|ito|cak|ning|yu|lik|wan|bro|sis',
  'om|tante|paman|bibi|bude|budhe|pakde|pakdhe|bulek|paklik|lek|uwa|wak|bi|mang|mamang|ko|koh|koko|ci|cici|cik|ce|cece|engkoh|encik|tacik|acik',
  'haji|hajah|hj|kh|kiai|kyai|gus|ustaz|ustadz|ustad|ustadzah|ustazah|ust|umi|ummi|abi|habib|pendeta|pdt|romo|pastor|suster|bidan|dokter|drg|prof|raden|rd',
].join('|');

/** An abbreviation that is another word without its full stop, or without its capital: H. Ali, Dr. Ani. */
const dotted = String.raw`(?:h|r|ir|dr|alm|almh)\.`;

const titled = new RegExp(
  String.raw`${wordStart}(?:(?:${titles})${wordEnd}[.:]?|${dotted})\s{0,2}(?:(?:rt|rw|haji|hajah|hj?|guru)${wordEnd}\.?\s{0,2}(?:\d{1,3}\s)?)?(?=(?<name>\p{L}{2,30}))`,
  'giu',
);

/** Words that a name follows when it is written as one: "saya Lestari", "a.n. Sobirin", "korban Arif". */
const introduced = new RegExp(
  String.raw`${wordStart}(?:[Ss]aya|[Ss]y|[Aa]ku|[Nn]ama(?:nya|\s(?:saya|sy|lengkap))?|[Bb]ernama|[Aa]\.?\s?[Nn]\.|[Aa]\/[Nn]|[Aa]tas nama|[Kk]orban|[Pp]asien|[Pp]enghuni|[Pp]emilik(?:nya)?|[Mm]ilik|[Kk]eluarga|[Aa]nak|[Jj]anda|[Aa]lmarhum(?:ah)?|[Tt]etangga(?:\s(?:saya|sy|kami))?)[\s:]{1,3}` +
    String.raw`(?=(?<name>\p{Lu}\p{Ll}{2,30}))`,
  'gu',
);

const mine = 'saya|sy|aku|kami|kita|gue|gua|gw|ane|abdi|kulo|mertua|ortu|orang ?tua|tetangga';
/** Whose home it is needs no name when it is the writer's own. */
const home = new RegExp(
  String.raw`${wordStart}(?:(?:rumah|rmh|kontrakan|kos|kost|kosan|alamat|kediaman|imah|omah)\s(?:${mine})|(?:rumah|alamat|omah)ku|(?:${mine})\s(?:yg\s|yang\s)?(?:tinggal|ngontrak|ngekos|beralamat|alamat(?:nya)?)|(?:yg|yang|nyang)\s(?:tinggal|ngontrak|ngekos)\sdi)${wordEnd}`,
  'iu',
);

/** What is called after people: streets, schools, places of prayer. */
const calledAfter =
  /(?:^|[^\p{L}\d])(?:jl|jln|jalan|gg|gang|kp|kampung|masjid|mesjid|musala|mushola|musholla|pesantren|ponpes|sekolah|sdn?|smpn?|sman?|smkn?|tk|rs|rsud|rsia|klinik|univ|universitas|taman|gedung|gor|lapangan|stadion|makam|bandara|pasar|jembatan|patung|bundaran|dapur|bank)[.\s]{0,3}$/iu;

/** What may stand between a name in small letters and where its bearer lives. */
const leadsToAddress =
  /^(?:\s\p{L}{2,30}){0,2}[\s,:(-]{0,3}(?:(?:di|yg|yang|nyang|tinggal|tinggalnya|alamat|alamatnya|beralamat|rumah|rumahnya|rmh|dari|nang|ing)[\s:]{1,2}){0,4}$/iu;

/** Whether somebody is named, or the writer's own home told, right before or behind a piece of a text. */
export const isPersonBeside = (text: string, { from, to }: Span): boolean => {
  const before = text.slice(Math.max(0, from - 70), from);
  const [behind = ''] = text.slice(to, to + 40).split(/(?<=\p{L}{4}|\d)[.!?]\s|\n/u);
  return home.test(before) || home.test(behind) || isNamed(before, true) || isNamed(behind, false);
};

const isNamed = (words: string, isBefore: boolean): boolean =>
  [...words.matchAll(titled), ...words.matchAll(introduced)].some((match) => {
    const name = match.groups?.['name'] ?? '';
    if (noNames.has(name.toLowerCase()) || calledAfter.test(words.slice(0, match.index))) return false;
    if (/^\p{Lu}\p{Ll}/u.test(name)) return true;
    const [between, rest] = [words.slice(0, match.index), words.slice(match.index + match[0].length + name.length)];
    return isBefore
      ? leadsToAddress.test(rest)
      : /^[\s,:(-]{0,3}(?:(?:rumah|rumahnya|milik|punya|tempat|kediaman|keluarga|yg|yang|dihuni|ditempati|rt|rw|[\d/]{1,7})\s){0,6}$/i.test(
          between,
        );
  });
