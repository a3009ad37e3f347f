/**
 * Signs that turn the order of what follows them, or have no shape and no place in a text: with them a line can be made to read otherwise than it is
 * written. Marks of direction alone (U+200E, U+200F) and joiners stay: Arabic names and emoji need them.
 */
const tricks = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]|\p{Noncharacter_Code_Point}/gu;

/** A text as it may stand beside others: what it says stays, what would disturb its reader goes. */
export const withoutTricks = (text: string): string => text.replaceAll(tricks, '');
