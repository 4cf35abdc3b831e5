import { basename, resolve } from 'node:path';
import { type JobId, newId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import type { Output } from '../output.ts';
import type { Session } from '../session.ts';
import { readOwnPassphrase } from './packages/export.ts';
import { runExport } from './packages/run-export.ts';

export interface BackupOptions {
	path: string;
	/** For an archive that has no passphrase of its own. */
	backupPassphraseFile?: string;
}

/** Writes the whole archive into one encrypted file; a file of that name is never replaced. */
export async function backUp(
	session: Session,
	{ path, backupPassphraseFile }: BackupOptions,
	output: Output,
): Promise<number> {
	const id = newId<JobId>();
	const passphrase = await readOwnPassphrase(session, backupPassphraseFile);
	const request = { id, path: resolve(path), replaces: false, ...(passphrase !== undefined && { passphrase }) };
	const job = await runExport(session, id, async () => session.calls.backups.start(request), output);
	if (!job) return 2;
	output.line(message('cli.backup.written', { file: basename(path) }));
	return 0;
}
