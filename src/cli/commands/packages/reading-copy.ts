import { basename, resolve } from 'node:path';
import { type JobId, newId } from '#shared/domain/ids.ts';
import type { ReadingCopyForm, ReadingCopyPreview } from '#shared/domain/reading-copy.ts';
import { message } from '#shared/messages/messages.ts';
import type { Output } from '../../output.ts';
import type { Session } from '../../session.ts';
import { noteOpen, readChoice, readOwnPassphrase } from './export.ts';
import { runExport } from './run-export.ts';

export interface ReadingCopyOptions {
	readingCopy: string;
	zip?: boolean;
	singleFile?: boolean;
	packagePassphraseFile?: string;
	collection?: string;
	record?: string[];
	without?: string[];
	/** False for `--no-notes`. */
	notes?: boolean;
	/** Undefined where neither `--pictures` nor `--no-pictures` was said. */
	pictures?: boolean;
	preview?: boolean;
	acceptNames?: string;
}

/** By these a system knows which program opens the file. */
const endings: Readonly<Record<ReadingCopyForm, string>> = { folder: '', zip: '.zip', file: '.html' };

/** Writes a reading copy, or says what would be in it; what stays out is always said. */
export async function exportReadingCopy(
	session: Session,
	options: ReadingCopyOptions,
	output: Output,
): Promise<number> {
	const { packagePassphraseFile, notes: hasNotes = true } = options;
	const choice = await readChoice(session, options);
	const { readingCopy } = await session.archive.services.onDemand();
	const preview = readingCopy.preview({ choice, hasNotes });
	if (options.preview) {
		output.json(preview);
		printPreview(preview, output);
		return 0;
	}
	const id = newId<JobId>();
	const path = resolve(options.readingCopy);
	const passphrase = await readOwnPassphrase(session, packagePassphraseFile);
	const request = {
		...{ path, form: formOf(options), choice, hasNotes, hasPictures: options.pictures, passphrase, replaces: false },
		accepted: options.acceptNames,
	};
	notePictures(preview, options.pictures ?? preview.hasPictures, output);
	const job = await runExport(session, id, () => readingCopy.export(id, request), output);
	if (!job) return 2;
	output.line(message('cli.reading-copy.written', { file: basename(path), records: job.counts.packed ?? 0 }));
	const ending = endings[request.form];
	if (!path.toLowerCase().endsWith(ending))
		output.note(message('cli.reading-copy.ending', { file: basename(path), ending }));
	if (passphrase === undefined) noteOpen(session, path, output);
	printPreview(preview, output);
	return 0;
}

/** What nobody can look into, or what is missed, is said before it leaves. */
function notePictures({ pictureCount }: ReadingCopyPreview, hasPictures: boolean, output: Output): void {
	if (pictureCount === 0) return;
	output.line(
		message(hasPictures ? 'cli.reading-copy.pictures' : 'cli.reading-copy.no-pictures', { count: pictureCount }),
	);
}

function formOf({ zip, singleFile }: ReadingCopyOptions): ReadingCopyForm {
	if (singleFile) return 'file';
	return zip ? 'zip' : 'folder';
}

function printPreview(preview: ReadingCopyPreview, output: Output): void {
	const { recordCount, passageCount, annotationCount, originalCount, closedCount } = preview;
	const held = { records: recordCount, passages: passageCount, notes: annotationCount };
	output.line(message('reading-copy.readme.contents', held));
	output.line(message('reading-copy.readme.stays', { originals: originalCount, closed: closedCount }));
}
