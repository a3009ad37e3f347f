import type { Readable } from 'node:stream';

import type { BlurredName, SizeName } from '../domain/photo.ts';

/** An original that is sealed anew takes the other name: until its row says so, the file before it is the original. */
export type OriginalName = 'original' | 'original-2';

export type PhotoFileName = OriginalName | SizeName | BlurredName;

export type PhotoPlaceOnDisk = { readonly tenantId: string; readonly id: string; readonly name: PhotoFileName };

/** Where the bytes of pictures lie: originals sealed, sizes as they are shown. Handed in at the start: a folder of the machine, or an object store. */
export type PhotoFiles = {
  readonly write: (place: PhotoPlaceOnDisk, content: Readable) => Promise<void>;
  readonly read: (place: PhotoPlaceOnDisk) => Promise<{ readonly bytes: number; readonly content: Readable } | null>;
  readonly remove: (photo: Omit<PhotoPlaceOnDisk, 'name'>) => Promise<void>;
  /** One file of a picture; whether it is there or not. */
  readonly removeFile: (place: PhotoPlaceOnDisk) => Promise<void>;
  /** Every file of a tenant that is taken away. */
  readonly removeAll: (tenantId: string) => Promise<void>;
  /** 0 to 1 */
  readonly freeShare: () => Promise<number>;
};
