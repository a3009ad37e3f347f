/** An object as it lies at the target; `at`: when it was put there. */
export type StoredObject = { readonly name: string; readonly bytes: number; readonly at: Date };

/** Where backups go: names with slashes, contents small enough to be held in memory (parts of a database, a segment of its log, a picture). */
export type BackupTarget = {
  /** As it is told to people. */
  readonly shown: string;
  /** There whole, or not at all; what lay under this name is replaced. */
  readonly put: (name: string, content: Uint8Array) => Promise<void>;
  /** Null: there is no such object. */
  readonly get: (name: string) => Promise<Buffer | null>;
  /** Every object whose name begins so, in the order of the names. */
  readonly list: (prefix: string) => AsyncIterable<StoredObject>;
  readonly remove: (name: string) => Promise<void>;
};
