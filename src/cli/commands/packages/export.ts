import { basename, resolve } from 'node:path';
import { AppError } from '#shared/domain/app-error.ts';
import { type JobId, newId } from '#shared/domain/ids.ts';
import {
	leftOutKinds,
	type PackageChoice,
	type PackageForm,
	type PackageKey,
	type PackagePreview,
	type PackageProfile,
	packagedKinds,
} from '#shared/domain/package.ts';
import { message } from '#shared/messages/messages.ts';
import { redactedWords, tellingWords } from '#shared/messages/redacted-words.ts';
import { readPassphrase } from '../../key-files.ts';
import type { Output } from '../../output.ts';
import { findCollection, findRecord } from '../../record-choice.ts';
import type { Session } from '../../session.ts';
import { withoutControls } from '../../text-width.ts';
import { readPartSize } from './part-size.ts';
import { runExport } from './run-export.ts';

export interface ExportPackageOptions {
	package: string;
	zip?: boolean;
	packagePassphraseFile?: string;
	recipient?: string[];
	share: PackageProfile;
	collection?: string;
	record?: string[];
	without?: string[];
	givers?: boolean;
	preview?: boolean;
	acceptNames?: string;
	partSize?: string;
}

/** Writes a package, or says what would be in it; what stays out is always said. */
export async function exportPackage(session: Session, options: ExportPackageOptions, output: Output): Promise<number> {
	const choice = await readChoice(session, options);
	const { packageExport } = await session.archive.services.onDemand();
	const preview = await packageExport.preview({ choice, profile: options.share });
	if (options.preview) {
		output.json(preview);
		printPreview(preview, output);
		return 0;
	}
	const key = await readKey(session, options);
	const form: PackageForm = key ? 'encrypted' : options.zip ? 'zip' : 'folder';
	const id = newId<JobId>();
	const path = resolve(options.package);
	const request = {
		...{ path, form, choice, profile: options.share, key, replaces: false, accepted: options.acceptNames },
		...(options.partSize !== undefined && { partBytes: readPartSize(options.partSize) }),
	};
	tellWhatGoesAlong(preview, output);
	const files: string[] = [];
	const job = await runExport(
		session,
		id,
		() => packageExport.export(id, request),
		output,
		(item) => {
			if (item.outcome === 'intact') files.push(item.name);
		},
	);
	if (!job) return 2;
	output.line(message('cli.package.written', { file: basename(path), records: job.counts.packed ?? 0 }));
	if (!key && options.share === 'whole') noteOpen(session, path, output);
	if ((job.counts.intact ?? 0) > 1) for (const file of files) output.line(message('cli.package.part', { file }));
	printLeftOut(preview, output);
	return 0;
}

export async function readChoice(
	{ calls }: Session,
	{ collection, record, without, givers }: Pick<ExportPackageOptions, 'collection' | 'record' | 'without' | 'givers'>,
): Promise<PackageChoice> {
	const records = record || without ? await calls.records.list({}) : [];
	const idsOf = (asked: readonly string[]) => asked.map((each) => findRecord(records, each).id);
	const collections = collection === undefined ? [] : await calls.collections.list(undefined);
	return {
		...(collection !== undefined && { collectionId: findCollection(collections, collection).id }),
		...(record && { recordIds: idsOf(record) }),
		...(without && { withoutIds: idsOf(without) }),
		...(givers && { withGivers: true }),
	};
}

/** Said where what leaves an encrypted archive is not. */
export function noteOpen({ archive }: Session, path: string, output: Output): void {
	if (archive.hasPassphrase) output.note(message('cli.export.open', { file: basename(path) }));
}

/** The first line of the file for what is written; where the archive has no passphrase, that for the archive is it too. */
export async function readOwnPassphrase(session: Session, file: string | undefined): Promise<string | undefined> {
	const given = file ?? session.takeSpare();
	return given === undefined ? undefined : readPassphrase(given);
}

async function readKey(
	session: Session,
	{ packagePassphraseFile, recipient }: ExportPackageOptions,
): Promise<PackageKey | null> {
	if (packagePassphraseFile !== undefined && recipient)
		throw new AppError('invalid-input', { reason: message('cli.package.one-key') });
	if (recipient) return { recipients: recipient };
	const passphrase = await readOwnPassphrase(session, packagePassphraseFile);
	return passphrase === undefined ? null : { passphrase };
}

function printPreview(preview: PackagePreview, output: Output): void {
	const { packaged } = preview;
	const going = packagedKinds.flatMap((kind) =>
		packaged[kind] ? [message(`package.packaged.${kind}`, { count: packaged[kind] })] : [],
	);
	output.line(message('package.readme.contents'));
	for (const line of going) output.line(`  ${line}`);
	printLeftOut(preview, output);
	tellWhatGoesAlong(preview, output);
}

function printLeftOut({ leftOut }: PackagePreview, output: Output): void {
	const staying = leftOutKinds.flatMap((kind) =>
		leftOut[kind] ? [message(`package.left-out.${kind}`, { count: leftOut[kind] })] : [],
	);
	if (staying.length > 0) output.line(message('package.readme.left-out'));
	for (const line of staying) output.line(`  ${line}`);
}

/** What somebody may not want to leave: said before anything is written, while it can be called off. */
function tellWhatGoesAlong({ fileTitles, redacted }: PackagePreview, output: Output): void {
	const [title] = fileTitles;
	if (title !== undefined)
		output.note(withoutControls(message('package.file-titles', { count: fileTitles.length, title })));
	if (redacted.length > 0) output.line(message('package.redacted.title'));
	for (const record of redacted) output.line(`  ${withoutControls(redactedWords(record))}`);
	// On its own stream, where it is seen with the list in a file too.
	const telling = redacted.filter(({ tells }) => tells.length > 0);
	for (const record of telling) output.note(withoutControls(`${record.title}: ${tellingWords(record)}`));
	if (telling.length > 0) output.note(message('package.redacted.warning'));
}
