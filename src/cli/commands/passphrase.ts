import { basename } from 'node:path';
import { createCurrentArchive } from '#archive/current-archive.ts';
import { AppError, toErrorData } from '#shared/domain/app-error.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import { askPassphrase } from '../ask-passphrase.ts';
import { readPassphrase } from '../key-files.ts';
import type { Output } from '../output.ts';
import { openDeviceFor, type SessionPlace } from '../session.ts';

export interface PassphraseOptions {
	kind: 'set' | 'change' | 'remove';
	newPassphraseFile?: string;
	deleteOld?: boolean;
}

/** Gives an archive a passphrase, another one, or none. What it was before stays beside it until that is deleted. */
export async function changePassphrase(
	place: SessionPlace,
	{ kind, newPassphraseFile, deleteOld }: PassphraseOptions,
	output: Output,
): Promise<number> {
	const device = openDeviceFor(place, output, () => undefined);
	const opened = createCurrentArchive(
		device,
		() => undefined,
		(error) => output.note(errorMessage(toErrorData(error))),
	);
	try {
		const current = kind === 'set' ? null : await presentPassphrase(place);
		const archive = await opened.open(place.archivePath, current ?? undefined);
		const file = basename(archive.path);
		if (kind !== 'set' && !archive.hasPassphrase) {
			output.note(message('cli.no-passphrase', { file }));
			return 2;
		}
		if (kind !== 'remove') output.note(message('passphrase.warning'));
		const next = kind === 'remove' ? null : await newPassphrase(newPassphraseFile);
		const left = await opened.changePassphrase({ current, next }, { onProgress: () => undefined });
		if (deleteOld) opened.removeLeft();
		sayDone(kind, deleteOld ? [] : left, output);
		return 0;
	} finally {
		await opened.close().finally(() => device.close());
	}
}

function sayDone(kind: PassphraseOptions['kind'], left: readonly string[], output: Output): void {
	output.json({ left });
	output.note(message(`passphrase.done-${kind}`));
	if (left.length === 0) {
		output.note(message('passphrase.left-removed'));
		return;
	}
	output.note(message('passphrase.left', { count: left.length }));
	for (const path of left) output.line(path);
	output.note(message(kind === 'set' ? 'passphrase.left-plain' : 'passphrase.left-other'));
}

async function presentPassphrase({ passphraseFile }: SessionPlace): Promise<string | null> {
	return passphraseFile === null ? askPassphrase('passphrase.current') : readPassphrase(passphraseFile);
}

/** A mistyped one would lock its owner out: on a terminal it is asked for twice. */
async function newPassphrase(file: string | undefined): Promise<string> {
	if (file !== undefined) return readPassphrase(file);
	const typed = await askPassphrase('passphrase.new');
	if (!typed) throw new AppError('invalid-input', { reason: message('cli.new-passphrase-missing') });
	if (typed !== (await askPassphrase('package.export.passphrase-again')))
		throw new AppError('invalid-input', { reason: message('package.export.passphrase-differs') });
	return typed;
}
