import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';

import { photoFormats, photoSizes } from '../../domain/photo.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { fileOf } from '../../store/original-file.ts';
import { blurredName } from '../../store/photo-blur.ts';
import { openDetails } from '../../store/photo-details.ts';
import type { PhotoFileName } from '../../store/photo-files.ts';
import { openOriginal } from '../../store/photo-work.ts';
import { readPhotos, type KeptPhoto } from './queries.ts';

export type FileFinding = {
  /** `missing`: there is no such file; `altered`: it is not what was sent, or cannot be opened with the keys that are here. */
  readonly kind: 'missing' | 'altered';
  readonly photoId: string;
  readonly file: PhotoFileName;
  /** A picture that no report was filed with is forgotten in a few days anyway. */
  readonly isOfReport: boolean;
};

export type FileCheck = { readonly photos: number; readonly files: number; readonly findings: readonly FileFinding[] };

const photosAPage = 200;
const beforeAllIds = '00000000-0000-0000-0000-000000000000';

/** Holds the files of a city against its rows: each that a row names is there, and each original is what its sender sent, byte for byte. */
export const verifyFiles = async (
  laksa: Installation,
  tenant: Tenant,
  onProgress: (done: Pick<FileCheck, 'photos' | 'files'>) => void = () => undefined,
): Promise<FileCheck> => {
  const done = { photos: 0, files: 0 };
  const findings: FileFinding[] = [];
  for (let after = beforeAllIds; ;) {
    const page = await laksa.database.inTenant(tenant.id, (tx) => readPhotos(tx, tenant.id, after, photosAPage), {
      readOnly: true,
    });
    for (const photo of page) {
      const found = await verifyPhoto(laksa, tenant, photo);
      done.photos += 1;
      done.files += filesOf(photo).length;
      findings.push(...found);
      onProgress(done);
    }
    const last = page.at(-1);
    if (last === undefined) return { ...done, findings };
    after = last.id;
  }
};

const verifyPhoto = async (laksa: Installation, tenant: Tenant, photo: KeptPhoto): Promise<readonly FileFinding[]> => {
  const findings: FileFinding[] = [];
  for (const file of filesOf(photo)) {
    const isOriginal = file === fileOf(photo.original_file);
    const kind = isOriginal ? await judgeOriginal(laksa, tenant, photo) : await judgeSize(laksa, tenant, photo, file);
    if (kind !== null) findings.push({ kind, photoId: photo.id, file, isOfReport: photo.report_id !== null });
  }
  return findings;
};

/** What must be there of a picture in its state. */
const filesOf = ({ state, original_file: name, blurred_version: version }: KeptPhoto): readonly PhotoFileName[] => {
  if (state === 'receiving') return [];
  const original = fileOf(name);
  if (state !== 'ready') return [original];
  const sizes = photoSizes.flatMap((size) => photoFormats.map((format) => `${size}.${format}` as const));
  const blurred = version === null || version === 0 ? [] : sizes.map((name) => blurredName(name, version));
  return [original, ...sizes, ...blurred];
};

const judgeSize = async (
  { files }: Installation,
  tenant: Tenant,
  { id }: KeptPhoto,
  name: PhotoFileName,
): Promise<FileFinding['kind'] | null> => {
  const found = await files.read({ tenantId: tenant.id, id, name });
  found?.content.destroy();
  return found === null || found.bytes === 0 ? 'missing' : null;
};

const judgeOriginal = async (
  laksa: Installation,
  tenant: Tenant,
  photo: KeptPhoto,
): Promise<FileFinding['kind'] | null> => {
  if (photo.details === null || photo.details_key_id === null) return 'altered';
  try {
    const keys = await laksa.database.inTenant(tenant.id, (tx) =>
      laksa.keyring.tenantKeys(tx, tenant.id, laksa.clock.now(), photo.details_key_id ?? undefined),
    );
    const details = openDetails(keys, photo.details_key_id, photo.id, photo.details);
    const original = await openOriginal(laksa, { tenantId: tenant.id, id: photo.id });
    if (original === null) return 'missing';
    // Closed since its key was lost, as everybody knows; nobody can look further.
    if (original === 'lost' || details === null) return null;
    return (await hashOf(original)) === details.sha256 ? null : 'altered';
  } catch {
    // Sealed with a key that is not here, or changed since: either way it cannot be shown to anybody.
    return 'altered';
  }
};

const hashOf = async (content: Readable): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of content) hash.update(chunk);
  return hash.digest('hex');
};
