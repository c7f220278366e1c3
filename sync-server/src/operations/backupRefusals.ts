import { refusalsFrom } from '@taffrail/domain/kernel';

/** Why a file is not restored. Nothing has been replaced when one of these is the answer. */
export const backupRefusals = refusalsFrom({
  no_such_backup: (d: { path: string }) => `There is no file ${d.path}.`,
  not_a_backup: () => 'This file is not a Taffrail backup.',
  newer_backup: (d: { version: number; known: number }) =>
    `This backup is of version ${d.version}, which a newer Taffrail wrote; this one reads up to version ${d.known}. Update Taffrail, then restore.`,
  backup_damaged: (d: { where: string }) => `This backup is damaged (${d.where}), so nothing of it is used. Restore another one.`,
  backup_cut_short: () =>
    'This backup ends too early, as if its copying had been broken off. Copy it again from where it was made, or restore another one.',
  passphrase_required: () => 'This backup is encrypted; set TAFFRAIL_BACKUP_KEY to the passphrase it was made with.',
  wrong_passphrase: () => 'This backup was made with another passphrase than the one in TAFFRAIL_BACKUP_KEY.',
});
