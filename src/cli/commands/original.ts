import { resolve } from 'node:path';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import type { Output } from '../output.ts';
import { findRecord } from '../record-choice.ts';
import type { Session } from '../session.ts';
import { withoutControls } from '../text-width.ts';

export interface OriginalOptions {
	record: string;
	out: string;
	/** From 1, in the order of the record's parts. */
	part?: number;
}

/** Gives back the bytes as received, checked against their digest on the way, in constant memory; never over a file. */
export async function saveOriginal(
	{ calls }: Session,
	{ record, out, part }: OriginalOptions,
	output: Output,
): Promise<number> {
	const { id, title } = findRecord(await calls.records.list({}), record);
	const { files } = await calls.records.get({ id });
	if (files.length > 1 && part === undefined) {
		const names = files.map(({ fileName }, index) => `${index + 1} ${withoutControls(fileName)}`).join('; ');
		throw new AppError('invalid-input', { reason: message('cli.original.several', { files: names }) });
	}
	const file = files[(part ?? 1) - 1];
	if (!file) throw new AppError('invalid-input', { reason: message('cli.original.none', { title }) });
	await calls.originals.saveTo({ sha256: file.sha256, path: resolve(out) });
	output.json({ file: out, fileName: file.fileName, sha256: file.sha256, sizeBytes: file.sizeBytes });
	output.line(message('provenance.saved-original', { file: withoutControls(file.fileName) }));
	return 0;
}
