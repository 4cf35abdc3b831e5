import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { alreadyThere } from '#archive/db/already-there.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { HistoryService } from '#archive/history/history-service.ts';
import { planMerge } from '#archive/merge/merge-plan.ts';
import { writeMerge } from '#archive/merge/merge-writer.ts';
import { openNotes, readNotesFile } from '#archive/merge/notes-file.ts';
import type { OtherArchive } from '#archive/merge/other-archive.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { type ArchiveId, newId } from '#shared/domain/ids.ts';
import type { FoundSideNotes } from '#shared/domain/side-notes.ts';
import { message } from '#shared/messages/messages.ts';
import type { CopyId } from '#shared/reading-copy/copy-parts.ts';
import type { NotesHistory } from '#shared/reading-copy/notes/notes-file.ts';
import { findSideNotes } from './find-side-notes.ts';
import { SideFile } from './side-file.ts';
import { type NotedServices, SideHistory } from './side-history.ts';

export interface SideNotesServices extends NotedServices {
	history: HistoryService;
}

export interface SideNotesPlace {
	/** Of the open archive. */
	archiveId(): ArchiveId;
	archivePath(): string;
	isEncrypted(): boolean;
	/** Told when notes go elsewhere from now on. */
	onMoved(): void;
}

/**
 * Notes on an archive that takes no writes: they go to a file that the person chose, are there with the others at once, and
 * come home by merging that file. Nothing is written to the archive or beside it.
 */
export class SideNotesService {
	readonly #database: ArchiveDatabase;
	readonly #services: SideNotesServices;
	readonly #place: SideNotesPlace;
	#file: SideFile | null = null;
	/** One that was read, and then could not be written. */
	#unwritten: SideFile | null = null;
	/** There as soon as the notes of a file are in the tables, whether or not they can go back to it. */
	#history: SideHistory | null = null;
	#isTaking = false;

	constructor(database: ArchiveDatabase, services: SideNotesServices, place: SideNotesPlace) {
		this.#database = database;
		this.#services = services;
		this.#place = place;
		// What cannot be kept in the file is not done: it would be lost with the window.
		database.witnessSteps((_writer, _rows, { kind }) => {
			if (!database.isReadOnly || kind === 'setup') return;
			if (!this.#file || !this.#history) throw new AppError('read-only');
			this.#file.write(this.#history.write());
		});
	}

	/** Where notes go; null while none can be taken, or the archive itself takes them. */
	get path(): string | null {
		return this.#file?.path ?? null;
	}

	/** All that is in the file where notes go; null while there is none. */
	written(): string | null {
		return this.#file && this.#history ? this.#history.write() : null;
	}

	/**
	 * Files with notes on this archive, where it lies and where they went last.
	 *
	 * @param lastPath '' for none
	 */
	found({ lastPath }: { lastPath: string }): Promise<FoundSideNotes[]> {
		return findSideNotes({
			...{ archiveId: this.#place.archiveId(), archivePath: this.#place.archivePath(), lastPath },
			usedPath: this.path,
		});
	}

	/**
	 * From now on notes go to this file; the one that is there goes on, with what is in it. While notes are taken already, or
	 * those of a file that then took no writes are there, they move to a new file. Throws unreadable-file and invalid-input for an archive
	 * that takes notes itself, for an encrypted one, whose words would lie open in the file, and for a file that is something
	 * else or of another archive, which is left as it is, unwritable-file and disk-full.
	 */
	async use({ path: asked }: { path: string }): Promise<void> {
		if (!this.#database.isReadOnly)
			throw new AppError('invalid-input', { reason: message('side-notes.reason.writable') });
		if (this.#place.isEncrypted())
			throw new AppError('invalid-input', { reason: message('side-notes.reason.encrypted') });
		const path = existsSync(asked) || /\.json(?:ld)?$/i.test(asked) ? asked : `${asked}.notes.jsonld`;
		if (this.path === path) return;
		if (this.#isTaking) throw new AppError('conflict');
		this.#isTaking = true;
		try {
			if (this.#history) this.#moveTo(path, this.#history);
			else await this.#begin(path);
			this.#place.onMoved();
		} finally {
			this.#isTaking = false;
		}
	}

	#moveTo(path: string, history: SideHistory): void {
		const begun = this.#unwritten?.path === path ? this.#unwritten : null;
		if (!begun && existsSync(path)) throw alreadyThere(path);
		this.#goOnIn(begun ?? new SideFile(path), history);
	}

	#goOnIn(file: SideFile, history: SideHistory): void {
		file.write(history.write());
		this.#file = file;
		this.#unwritten = null;
	}

	async #begin(path: string): Promise<void> {
		const name = basename(path);
		const file = new SideFile(path);
		const before = existsSync(path) ? await readNotesFile(path, name) : this.#emptyHistory();
		const other = openNotes(before, name, this.#database.reader);
		try {
			this.#database.takeNotes();
			await this.#takeIn(other);
		} finally {
			other.close();
		}
		this.#history = new SideHistory(this.#database, this.#services, before);
		this.#unwritten = file;
		// A place that takes no writes is found out now, not with the first note.
		this.#goOnIn(file, this.#history);
	}

	/** As a merge does it: what is here already stays, and of two wordings both are kept. */
	async #takeIn(other: OtherArchive): Promise<void> {
		const plan = await planMerge(this.#database.reader, other, {
			...{ archiveId: this.#place.archiveId(), changeNumber: () => this.#services.history.changeNumber() },
			...{ signal: new AbortController().signal, onProgress: () => undefined },
		});
		this.#database.witness(plan.newest);
		// Not a step of the person's that undo would take back.
		this.#database.step('merged', (step) => writeMerge(this.#database, step, plan, other), { kind: 'setup' });
	}

	#emptyHistory(): NotesHistory {
		return { format: 1, archiveId: this.#place.archiveId(), copyId: newId<CopyId>(), knowledge: [], steps: [] };
	}
}
