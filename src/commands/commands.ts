import { addressCommands } from './address-commands.ts';
import { backupCommands } from './backup-commands.ts';
import { boundariesCommands } from './boundaries-commands.ts';
import type { Command } from './command.ts';
import { databaseCommands } from './database-commands.ts';
import { doctorCommands } from './doctor-commands.ts';
import { filesCommands } from './files-commands.ts';
import { keyCopyCommands } from './key-copy-commands.ts';
import { invitationCommands } from './invitation-commands.ts';
import { keyCommands } from './key-commands.ts';
import { keysCommands } from './keys-commands.ts';
import { ledgerCommands } from './ledger-commands.ts';
import { mailCommands } from './mail-commands.ts';
import { officeCommands } from './office-commands.ts';
import { peopleCommands } from './people-commands.ts';
import { replayCommands } from './replay-commands.ts';
import { restoreCommands } from './restore-commands.ts';
import { tenantCommands } from './tenant-commands.ts';
import { walCommands } from './wal-commands.ts';

/** Every command of administration, in the order the help shows them. */
export const commands: readonly Command[] = [
  ...databaseCommands,
  ...doctorCommands,
  ...tenantCommands,
  ...peopleCommands,
  ...officeCommands,
  ...invitationCommands,
  ...boundariesCommands,
  ...addressCommands,
  ...mailCommands,
  ...keyCommands,
  ...keysCommands,
  ...backupCommands,
  ...restoreCommands,
  ...keyCopyCommands,
  ...filesCommands,
  ...walCommands,
  ...ledgerCommands,
  ...replayCommands,
];
