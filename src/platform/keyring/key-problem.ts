/** A key is missing, damaged or another's: nothing starts, and the message says what an operator is to do. */
export class KeyProblem extends Error {}

/** A file that holds no key. */
export class DamagedKey extends KeyProblem {
  constructor(readonly path: string) {
    super(
      `${path} is damaged: restore it from the backup of the keys; if there is none, see "laksa keys lost" in docs/operations.md`,
    );
  }
}
