import { useQuery } from '@tanstack/react-query';
import type { ArchiveStatus } from '#shared/api/archive-api.ts';
import { queries } from './query-keys.ts';

/** Counts and state of the open archive; undefined until it answered. */
export function useArchiveStatus(): ArchiveStatus | undefined {
	return useQuery(queries.archive.status()).data;
}

/** True where nothing can be changed; also until the archive has said so, since a control that vanishes is worse. */
export function useIsReadOnly(): boolean {
	const status = useArchiveStatus();
	return status !== undefined && status.readOnly !== 'none';
}

/** True where notes cannot be made either; a reading copy takes them and nothing else, and so does a file beside an archive. */
export function useIsNoteless(): boolean {
	const status = useArchiveStatus();
	if (status === undefined) return false;
	return status.readOnly !== 'none' && status.readOnly !== 'copy' && status.sideNotesPath === null;
}

/** The archive that a first start makes, by the name of its file. */
export function isStarterArchive({ path }: Pick<ArchiveStatus, 'path'>): boolean {
	return fileNameOf(path) === 'starter.lectern';
}

/** The file's name without its ending: `nk-2023`. */
export function fileStemOf(path: string): string {
	return fileNameOf(path).replace(/\.lectern$/, '');
}

/** The file's bare name: `nk-2023.lectern`. */
export function fileNameOf(path: string): string {
	return path.split(/[\\/]/).at(-1) ?? path;
}
