import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readNotesFile } from '#archive/merge/notes-file.ts';
import type { ArchiveId } from '#shared/domain/ids.ts';
import type { FoundSideNotes } from '#shared/domain/side-notes.ts';

/** What is looked into of a folder that may hold anything. */
const mostFiles = 20;
const largestBytes = 32 * 1024 * 1024;
const isNotesFileName = (name: string) => name.endsWith('.notes.jsonld');

export interface SideNotesSearch {
	archiveId: ArchiveId;
	archivePath: string;
	/** Where notes on this archive went last on this device; '' for nowhere. */
	lastPath: string;
	/** The file that is in use. */
	usedPath: string | null;
}

/** Files with notes on an archive: the one that was used last, then those that lie beside it, the newest first. */
export async function findSideNotes(search: SideNotesSearch): Promise<FoundSideNotes[]> {
	const folder = dirname(search.archivePath);
	const names = await readdir(folder).catch(() => []);
	const beside = names.filter(isNotesFileName).slice(0, mostFiles);
	const paths = new Set([search.lastPath, ...beside.map((name) => join(folder, name))]);
	const found: FoundSideNotes[] = [];
	for (const path of paths) {
		if (path === '' || path === search.usedPath) continue;
		const notes = await lookInto(path, search.archiveId);
		if (notes) found.push(notes);
	}
	const isLast = ({ path }: FoundSideNotes) => Number(path === search.lastPath);
	return found.sort((a, b) => isLast(b) - isLast(a) || (a.changedAt < b.changedAt ? 1 : -1));
}

/** Null for what is not there, or is something else: nothing is offered then, and nothing is wrong. */
async function lookInto(path: string, archiveId: ArchiveId): Promise<FoundSideNotes | null> {
	try {
		const { size, mtime } = await stat(path);
		if (size > largestBytes) return null;
		const history = await readNotesFile(path, basename(path));
		if (history.archiveId !== archiveId) return null;
		return { path, changedAt: mtime.toISOString() };
	} catch {
		return null;
	}
}
