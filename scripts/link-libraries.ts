import { linkLibraries } from '../src/platform/postgres/binaries.ts';

// The account that serves may not write where the packages lie.
await linkLibraries();
