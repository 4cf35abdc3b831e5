import { basename } from 'node:path';
import type { ArchiveRow } from '#archive/archive-row.ts';
import { software } from '#archive/custody/software.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import { unwritable } from '#archive/db/unwritable.ts';
import type { JobRun } from '#archive/jobs/job-run.ts';
import type { JobsService } from '#archive/jobs/jobs-service.ts';
import { openFolder } from '#archive/packages/bag/folder-source.ts';
import type { PackageEncryption } from '#archive/packages/encryption/encrypt.ts';
import type { PackageTarget } from '#archive/packages/package-target.ts';
import { refuseNames } from '#archive/packages/sweep/refuse-names.ts';
import { RunningSweeps } from '#archive/packages/sweep/running-sweeps.ts';
import { sweepTexts } from '#archive/packages/sweep/sweep-texts.ts';
import { createTurns } from '#archive/search/segment-packing.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { JobId } from '#shared/domain/ids.ts';
import type { JobItem } from '#shared/domain/job.ts';
import type { PackageChoice, SweepReport } from '#shared/domain/package.ts';
import {
	copyBytes,
	largestCopyBytes,
	type ReadingCopyForm,
	type ReadingCopyPreview,
} from '#shared/domain/reading-copy.ts';
import { message } from '#shared/messages/messages.ts';
import { copyWorkFactor, typedPassphrase } from '#shared/reading-copy/sealed-parts.ts';
import { openCopyFile } from './copy-file.ts';
import { findChanged, type WrittenFiles } from './copy-folder.ts';
import { copyParts, type PartsOptions, wordParts } from './copy-parts-writer.ts';
import { type CopyPlan, planCopy } from './copy-plan.ts';
import { readProgram } from './copy-program.ts';
import type { CopiedServices } from './copy-services.ts';
import { type CopyWriting, type WrittenCopy, writeCopyFile, writeCopyFolder } from './copy-writer.ts';
import { sumPictures, sumTextBytes } from './reading-copy-repository.ts';
import { sweptTexts } from './swept-texts.ts';

export interface ReadingCopyRequest {
	path: string;
	form: ReadingCopyForm;
	choice: PackageChoice;
	/** Whether notes, and what is linked to them, go along. */
	hasNotes: boolean;
	/** Whether pictures go along that stand in the texts; where nobody says, they do where no name is to be withheld. */
	hasPictures?: boolean | undefined;
	/** What opens the copy; without one whoever has it can read it. */
	passphrase?: string | undefined;
	/** Whether a file with this name gives way; a folder never does. */
	replaces: boolean;
	/** Digest of a sweep whose places were looked at, as for a package to share; without it no withheld name goes out. */
	accepted?: string | undefined;
}

type CopyChoice = Pick<ReadingCopyRequest, 'choice' | 'hasNotes'>;

export interface CopyPlace {
	/** Asked each time. */
	archive(): ArchiveRow | undefined;
	/** Public key of home; null where the archive does not know it. */
	home(): string | null;
	/** Where the program of a copy lies. */
	programFolder: string;
	/** The most text of a copy, in bytes of UTF-8; `largestCopyBytes` of its form where it is not said. */
	mostTextBytes?: number;
}

interface Writing extends Pick<ReadingCopyRequest, 'form' | 'passphrase'> {
	hasPictures: boolean;
	plan: CopyPlan;
	preview: ReadingCopyPreview;
	target: PackageTarget;
}

/** Of the program, and what parts say beside the texts themselves; for whether the disk has room. */
const programBytes = 8_000_000;
const timesText = 4;

/** Writes records as a folder that any browser reads, without Lectern and without a network. */
export class ReadingCopyService {
	readonly #database: ArchiveDatabase;
	readonly #jobs: JobsService;
	readonly #services: CopiedServices;
	readonly #place: CopyPlace;
	readonly #sweeps = new RunningSweeps();

	constructor(database: ArchiveDatabase, jobs: JobsService, services: CopiedServices, place: CopyPlace) {
		this.#database = database;
		this.#jobs = jobs;
		this.#services = services;
		this.#place = place;
	}

	/** What a copy would hold and leave out. */
	preview(request: CopyChoice): ReadingCopyPreview {
		return this.#describe(this.#plan(request));
	}

	/** Looks for withheld names in all that a copy would hold. Writes nothing. Throws `cancelled` after `stopSweep`. */
	sweep({ id, ...request }: CopyChoice & { id: JobId }): Promise<SweepReport> {
		return this.#sweeps.run(id, (signal) => this.#sweep(this.#plan(request), signal));
	}

	stopSweep(argument: { id: JobId }): void {
		this.#sweeps.stop(argument);
	}

	/**
	 * Writes the copy as a job, also from an archive that is open for reading only. It has its name when it was written,
	 * read back and found whole; until then, and when it fails or is cancelled, nothing has that name. Throws at once
	 * archive-exists, disk-full, and invalid-input for no records, or for more text than a browser should be given.
	 */
	async export(id: JobId, request: ReadingCopyRequest): Promise<JobId> {
		const { path, form, replaces } = request;
		const plan = this.#plan(request);
		const preview = this.#describe(plan);
		const { hasPictures = preview.hasPictures } = request;
		if (plan.records.length === 0) throw new AppError('invalid-input', { reason: message('package.reason.empty') });
		const most = this.#place.mostTextBytes ?? largestCopyBytes[form];
		const bytes = copyBytes(preview, hasPictures);
		if (bytes > most) throw tooLarge(form, bytes, most);
		// ZIP files are read and written by packages of their own, loaded when they are asked for.
		const { PackageTarget } = await import('#archive/packages/package-target.ts');
		const target = new PackageTarget({ path, form: form === 'folder' ? 'folder' : 'zip', replaces, encryption: null });
		// No file of it is near what any medium allows, were all of it in one.
		const sizeBytes = programBytes + timesText * bytes;
		await target.check({ sizeBytes });
		this.#jobs.start(id, 'reading-copy', {}, (run) => this.#run(run, request, { plan, preview, target, hasPictures }));
		return id;
	}

	#plan({ choice, hasNotes }: CopyChoice): CopyPlan {
		const today = new Date(this.#database.now()).toISOString().slice(0, 10);
		return planCopy(this.#services, { choice, hasNotes, today, reader: this.#database.reader });
	}

	#describe({ records, annotations, names, events, closed, withheld }: CopyPlan): ReadingCopyPreview {
		const editionIds = records.flatMap(({ editions }) => editions.map(({ id }) => id));
		const pictures = sumPictures(this.#database.reader, editionIds);
		return {
			recordCount: records.length,
			passageCount: records.reduce((sum, { passageCount }) => sum + passageCount, 0),
			annotationCount: annotations.length,
			nameCount: names.length,
			eventCount: events.length,
			closedCount: closed.length,
			originalCount: new Set(records.flatMap(({ files }) => files.map(({ sha256 }) => sha256))).size,
			textBytes: sumTextBytes(this.#database.reader, editionIds),
			pictureCount: pictures.count,
			pictureBytes: pictures.bytes,
			hasPictures: withheld.length === 0,
			withheldNameCount: withheld.length,
		};
	}

	async #run(
		run: JobRun,
		{ path, form, passphrase, accepted }: ReadingCopyRequest,
		{ plan, preview, target, hasPictures }: Pick<Writing, 'plan' | 'preview' | 'target' | 'hasPictures'>,
	): Promise<void> {
		try {
			refuseNames(run, this.#database, await this.#sweep(plan, run.signal), accepted);
			const { digest, digests } = await this.#write(run, { plan, preview, target, form, hasPictures, passphrase });
			await this.#verify(run, { path, form, partial: target.partial, digests });
			await target.keep();
			this.#report(run, plan, { file: basename(path), digest });
		} catch (error) {
			await target.discard();
			throw unwritable(path, error);
		}
	}

	async #sweep(plan: CopyPlan, signal: AbortSignal): Promise<SweepReport> {
		const parts = wordParts(this.#partsOf({ plan, hasPictures: false }, signal));
		return sweepTexts(sweptTexts(parts, plan), { names: plan.withheld, signal });
	}

	#partsOf(
		copied: Pick<PartsOptions, 'plan' | 'hasPictures'>,
		signal: AbortSignal,
		{ onRecord, onPicture }: Partial<Pick<PartsOptions, 'onRecord' | 'onPicture'>> = {},
	): PartsOptions {
		const archive = this.#place.archive();
		if (!archive) throw new AppError('not-found', { what: 'archive' });
		return {
			...copied,
			...{ services: this.#services, database: this.#database, software, turn: createTurns() },
			...{ archive, home: this.#place.home() },
			onRecord(record) {
				if (signal.aborted) throw new AppError('cancelled');
				onRecord?.(record);
			},
			onPicture(bytes) {
				if (signal.aborted) throw new AppError('cancelled');
				onPicture?.(bytes);
			},
		};
	}

	async #write(run: JobRun, writing: Writing): Promise<WrittenCopy> {
		const { plan, preview, target, form, passphrase } = writing;
		const most = this.#place.mostTextBytes ?? largestCopyBytes[form];
		// What a picture unfolds to is known when it is read.
		let bytes = preview.textBytes;
		const parts = this.#partsOf(writing, run.signal, {
			onRecord({ title }) {
				run.setCurrent(title);
				run.advance();
			},
			onPicture(length) {
				bytes += length;
				if (bytes > most) throw tooLarge(form, bytes, most);
			},
		});
		const { title } = parts.archive;
		// Each record is written in two places, and all is read back.
		run.setTotal(3 * plan.records.length);
		const program = await readProgram(this.#place.programFolder);
		const encryption = passphrase === undefined ? null : await encryptionBy(passphrase);
		const copy: CopyWriting = { title, preview, program, parts: copyParts(parts), encryption };
		if (form === 'file') {
			const file = await target.createFile();
			return writeCopyFile(file, copy).finally(() => file.close());
		}
		const sink = await target.createSink();
		try {
			return await writeCopyFolder(sink, copy);
		} catch (error) {
			await sink.abort();
			throw error;
		}
	}

	/** Everything is read back from the disk. */
	async #verify(
		run: JobRun,
		{
			path,
			form,
			partial,
			digests,
		}: Pick<ReadingCopyRequest, 'path' | 'form'> & {
			partial: string;
			digests: ReadonlyMap<string, string>;
		},
	): Promise<void> {
		run.setCurrent(message('package.verifying'));
		run.setTotal(run.progress.done + digests.size);
		const source = await openWritten(form, partial);
		try {
			const changed = await findChanged(source, digests, () => {
				if (run.signal.aborted) throw new AppError('cancelled');
				run.advance();
			});
			if (changed === undefined) return;
			const reason = message('package.finding.changed', { what: changed });
			throw new AppError('unwritable-file', { file: basename(path), reason });
		} finally {
			await source.close();
		}
	}

	#report(run: JobRun, plan: CopyPlan, { file, digest }: { file: string; digest: string }): void {
		if (!this.#database.isReadOnly)
			this.#database.write((writer) =>
				this.#services.custody.append(writer, 'exported', '', {
					...{ readingCopy: file, records: plan.records.length },
					// Of the manifest: by it the copy is known again.
					sha256: digest,
				}),
			);
		const items: JobItem[] = [
			{ name: file, outcome: 'intact' },
			...plan.records.map(({ id, title }): JobItem => ({ name: title, outcome: 'packed', recordId: id })),
			...plan.closed.map((name): JobItem => ({ name, outcome: 'left-out' })),
		];
		run.restart(items.length);
		run.report(this.#database, items);
	}
}

/** Packages that encrypt are loaded when they are asked for. */
async function encryptionBy(passphrase: string): Promise<PackageEncryption> {
	const { PackageEncryption } = await import('#archive/packages/encryption/encrypt.ts');
	return new PackageEncryption({ passphrase: typedPassphrase(passphrase) }, copyWorkFactor);
}

async function openWritten(form: ReadingCopyForm, path: string): Promise<WrittenFiles> {
	if (form === 'file') return openCopyFile(path);
	if (form === 'folder') return openFolder(path);
	return (await import('#archive/packages/bag/zip-source.ts')).openZip(path);
}

function tooLarge(form: ReadingCopyForm, textBytes: number, most: number): AppError {
	const megabytes = (bytes: number) => Math.ceil(bytes / 1_000_000);
	const sizes = { megabytes: megabytes(textBytes), most: megabytes(most) };
	const key = form === 'file' ? 'reading-copy.reason.too-large-file' : 'reading-copy.reason.too-large';
	return new AppError('invalid-input', { reason: message(key, sizes) });
}
