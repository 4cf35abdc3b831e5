import type { NamedFile } from './uploads.ts';

/** The browser's own dialog for one file; null when it was closed. */
export function pickFile(accept: string): Promise<NamedFile | null> {
	return new Promise((resolve) => {
		const input = document.createElement('input');
		input.type = 'file';
		input.accept = accept;
		input.addEventListener('change', () => {
			const [file] = input.files ?? [];
			resolve(file ? { file, name: file.name } : null);
		});
		input.addEventListener('cancel', () => resolve(null));
		input.click();
	});
}

interface FilesToPick {
	isFolder?: boolean;
	/** Kinds of files, as the attribute of that name has them; any unless given. */
	accept?: string;
}

/** The browser's own dialog for files or a folder; empty when it was closed. */
export function pickFiles({ isFolder = false, accept = '' }: FilesToPick): Promise<NamedFile[]> {
	return new Promise((resolve) => {
		const input = document.createElement('input');
		input.type = 'file';
		input.multiple = true;
		input.webkitdirectory = isFolder;
		input.accept = accept;
		input.addEventListener('change', () => {
			resolve([...(input.files ?? [])].map((file) => ({ file, name: file.webkitRelativePath || file.name })));
		});
		input.addEventListener('cancel', () => resolve([]));
		input.click();
	});
}

/**
 * What was dropped, folders walked; each file is named by its path below what was dropped. A file that does not come
 * from a disk (out of a mail, for one) has no entry and comes as itself.
 */
export async function droppedFiles(dropped: readonly (FileSystemEntry | File)[]): Promise<NamedFile[]> {
	const lists = await Promise.all(
		dropped.map((one) => (one instanceof File ? [{ file: one, name: one.name }] : filesBelow(one))),
	);
	return lists.flat();
}

async function filesBelow(entry: FileSystemEntry): Promise<NamedFile[]> {
	if (entry.isFile) {
		const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
		return [{ file, name: entry.fullPath.replace(/^\//, '') }];
	}
	return droppedFiles(await folderEntries(entry as FileSystemDirectoryEntry));
}

async function folderEntries(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
	const reader = folder.createReader();
	const all: FileSystemEntry[] = [];
	// A reader gives at most a hundred at a time, and an empty list at the end.
	for (;;) {
		const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
		if (some.length === 0) return all;
		all.push(...some);
	}
}
