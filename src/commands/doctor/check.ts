import type { Config } from '../../config.ts';
import type { CommandMeans } from '../with-installation.ts';

export type DoctorMeans = CommandMeans & {
  readonly config: Config;
  /** The slug of the only region to look at; undefined: all. */
  readonly only?: string | undefined;
};

/** What a check found: all is well, something to know, or something that must be mended, with what to do. */
export type Finding = {
  readonly grade: 'ok' | 'warning' | 'error';
  readonly says: string;
  readonly whatToDo?: string;
};

export type Check = { readonly name: string; readonly look: (means: DoctorMeans) => Promise<readonly Finding[]> };

/** What programs know a check by. */
export const codeOf = ({ name }: Check): string => name.toLowerCase().replaceAll(' ', '-');

export const ok = (says: string): readonly Finding[] => [{ grade: 'ok', says }];
export const warning = (says: string, whatToDo: string): readonly Finding[] => [{ grade: 'warning', says, whatToDo }];
export const error = (says: string, whatToDo: string): readonly Finding[] => [{ grade: 'error', says, whatToDo }];
