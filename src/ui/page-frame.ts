import type { Language } from '../platform/i18n/language.ts';
import type { Text } from './texts/text.ts';

export type City = {
  readonly name: string;
  readonly isDemo: boolean;
  readonly isRehearsal: boolean;
  /** Not open to citizens yet: there is nothing for them to choose. */
  readonly isShut?: boolean | undefined;
  /** The shown moment of a city whose clock is set; its pages say so. */
  readonly clock?: string | undefined;
};

/** The addresses of what the build made. */
export type Assets = {
  readonly css: string;
  /** By their names in the source, below `src/features/` or `src/ui/`: `file-report/draft.client.ts`, `officer.css`. Absent: pages without script. */
  readonly scripts?: Readonly<Record<string, string>> | undefined;
};

export type StaffFrame = {
  readonly post: string;
  /** In the place of whoever holds it in their own right. */
  readonly acting?: 'plt' | 'plh' | undefined;
  /** The city is theirs to administer. */
  readonly mayKeepCity?: boolean | undefined;
  /** So is the duty roster. */
  readonly mayKeepDuty?: boolean | undefined;
  /** Whether the system runs is theirs to watch. */
  readonly maySeeHealth?: boolean | undefined;
  /** The first year that due dates reach and whose holidays have not been entered. */
  readonly missingYear?: number | null | undefined;
};

/** What every page of a request shares; a view adds its title and what stands in the middle. */
export type PageFrame = {
  readonly city: City;
  readonly language: Language;
  readonly t: Text;
  /** Path and query of this page; switching the language comes back to it. */
  readonly path: string;
  readonly assets: Assets;
  /** `none`: kept out of search engines. */
  readonly robots?: 'none' | undefined;
  /** No mail server is named: letters lie in the outbox folder and reach nobody. */
  readonly keepsLetters?: boolean | undefined;
  /** The post on duty, on the pages of officers. */
  readonly staff?: StaffFrame | undefined;
};
