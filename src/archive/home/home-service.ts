import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { AnnotationsService } from '#archive/annotations/annotations-service.ts';
import type { CustodyService } from '#archive/custody/custody-service.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { HistoryService } from '#archive/history/history-service.ts';
import type { JobsService } from '#archive/jobs/jobs-service.ts';
import { digestOfFile } from '#archive/packages/file-digest.ts';
import type { PackageExportService } from '#archive/packages/package-export-service.ts';
import type { SideNotesService } from '#archive/side-notes/side-notes-service.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { Home, Sealed, SealPreview } from '#shared/domain/home.ts';
import type { JobId } from '#shared/domain/ids.ts';
import type { WrittenFile } from '#shared/domain/written-file.ts';
import { message } from '#shared/messages/messages.ts';
import { findHome, replaceHome } from './home-repository.ts';

export interface SealRequest {
	path: string;
	/** For an archive that does not know its home. */
	recipient?: string;
	/** Whether a file with this name gives way, once the new one is whole. */
	replaces: boolean;
	/** No file may be larger; what the medium takes is known where the system tells it. */
	partBytes?: number;
}

export interface HomeServices {
	jobs: JobsService;
	history: HistoryService;
	annotations: AnnotationsService;
	custody: CustodyService;
	packageExport: PackageExportService;
	sideNotes: SideNotesService;
}

export interface HomePlace {
	/** Of the open archive. */
	path(): string;
	/** Copies of it that lie on this device or beside it; also once it is closed. */
	copies(): string[];
	/** Home is another now. */
	onChanged(): void;
}

/** All there is, also what is for nobody else. */
const everything = { withGivers: true, withClosed: true };

/**
 * Seals what was done away from home so that only home opens it: whoever carries it has home's public key and no other.
 * An archive goes whole, as a package with its history; of one that takes no writes the notes go that are beside it.
 */
export class HomeService {
	readonly #database: ArchiveDatabase;
	readonly #services: HomeServices;
	readonly #place: HomePlace;
	#sealed: (Omit<Sealed, 'isCurrent' | 'openHere'> & { changeNumber: number }) | null = null;

	constructor(database: ArchiveDatabase, services: HomeServices, place: HomePlace) {
		this.#database = database;
		this.#services = services;
		this.#place = place;
	}

	state(): Home {
		const { recipient = null, setAt = null } = findHome(this.#database.reader) ?? {};
		return { recipient, setAt };
	}

	/** Writes a new key file, and makes its public key home's. Throws archive-exists, unwritable-file, disk-full and read-only. */
	async makeKey({ path }: { path: string }): Promise<Home> {
		if (this.#database.isReadOnly) throw new AppError('read-only');
		const { writeKeyFile } = await import('./home-key.ts');
		return this.#keep(await writeKeyFile(path, this.#now()));
	}

	/** Throws invalid-input for what is no public key of age, and read-only. Not a step to undo: it is no work on the archive. */
	async set({ recipient }: { recipient: string | null }): Promise<Home> {
		const given = recipient?.trim() ?? null;
		if (given !== null) (await import('./home-key.ts')).checkRecipient(given);
		return this.#keep(given);
	}

	/** What sealing would take along. */
	async preview(): Promise<SealPreview> {
		if (this.#matter() === 'notes') {
			const { annotations } = this.#services;
			const annotationCount = annotations.list({}).length;
			return { matter: 'notes', recordCount: 0, annotationCount, originalCount: 0, sizeBytes: 0 };
		}
		const contents = { choice: everything, profile: 'whole' } as const;
		const { packaged, sizeBytes } = await this.#services.packageExport.preview(contents);
		return {
			matter: 'archive',
			recordCount: packaged.records ?? 0,
			annotationCount: packaged.annotations ?? 0,
			originalCount: packaged.originals ?? 0,
			sizeBytes,
		};
	}

	/**
	 * Starts sealing as a job. Throws at once invalid-input where home is not known or there is nothing to seal, and what the
	 * export of a package throws.
	 */
	async seal(id: JobId, { path, recipient: given, replaces, partBytes }: SealRequest): Promise<JobId> {
		const recipient = given?.trim() ?? this.state().recipient;
		if (recipient === null) throw new AppError('invalid-input', { reason: message('home.reason.unknown') });
		(await import('./home-key.ts')).checkRecipient(recipient);
		const matter = this.#matter();
		const changeNumber = this.#services.history.changeNumber();
		const keep = (files: WrittenFile[]) => {
			this.#sealed = { id, files, matter, recipient, changeNumber };
		};
		if (matter === 'archive')
			return this.#services.packageExport.export(id, {
				...{ path, form: 'encrypted', profile: 'whole', choice: everything, replaces },
				...{ key: { recipients: [recipient] }, partBytes, onSealed: keep },
			});
		const text = this.#services.sideNotes.written() ?? '';
		const { sealNotes } = await import('./seal-notes.ts');
		this.#services.jobs.start(id, 'seal', {}, async (run) => {
			run.setTotal(1);
			run.setCurrent(basename(path));
			keep([{ path, sha256: await sealNotes(run, { path, recipient, replaces, text }) }]);
			run.report(this.#database, [{ name: basename(path), outcome: 'intact' }]);
		});
		return id;
	}

	/** What was sealed last since the archive was opened, once the job is done. */
	sealed(): Sealed | null {
		if (!this.#sealed || this.#services.jobs.get({ id: this.#sealed.id }).state !== 'done') return null;
		const { changeNumber, ...sealed } = this.#sealed;
		const isCurrent = changeNumber === this.#services.history.changeNumber();
		return { ...sealed, isCurrent, openHere: this.openHere() };
	}

	/**
	 * Reads what was sealed by that job once more. Throws conflict where something was changed since, unreadable-file where the
	 * sealed file is not what it was.
	 */
	async settle(id: JobId): Promise<void> {
		const sealed = this.sealed();
		if (sealed?.id !== id || !sealed.isCurrent || !this.#services.jobs.isIdle) throw new AppError('conflict');
		for (const { path, sha256 } of sealed.files) {
			const found = await digestOfFile(path).catch((error: Error) => {
				throw unreadable(path, error.message);
			});
			if (found !== sha256) throw unreadable(path, message('home.reason.sealed-changed'));
		}
		// Something may have been written while it was read.
		if (!this.sealed()?.isCurrent) throw new AppError('conflict');
	}

	/** Files that hold here in the open what is in the archive, or in the notes beside it, and can be removed. */
	openHere(): string[] {
		const { sideNotes } = this.#services;
		if (this.#database.isReadOnly) return sideNotes.path === null ? [] : [sideNotes.path];
		const files = [this.#place.path(), ...this.#place.copies()];
		return [...new Set(files)].filter((file) => existsSync(file));
	}

	#matter(): Sealed['matter'] {
		return this.#services.sideNotes.path === null ? 'archive' : 'notes';
	}

	#keep(recipient: string | null): Home {
		if (this.#database.isReadOnly) throw new AppError('read-only');
		this.#database.write((writer) => {
			replaceHome(writer, recipient === null ? null : { recipient, setAt: this.#now() });
			this.#services.custody.append(writer, 'edited', '', { home: recipient ?? '' });
		});
		this.#place.onChanged();
		return this.state();
	}

	#now(): string {
		return new Date(this.#database.now()).toISOString();
	}
}

function unreadable(path: string, reason: string): AppError {
	return new AppError('unreadable-file', { file: basename(path), reason });
}
