/** A key is missing, damaged or another's: nothing starts, and the message says what an operator is to do. */
export class KeyProblem extends Error {}
