import type { ArchiveId } from '#shared/domain/ids.ts';
import type { Reader } from './db/connection.ts';
import type { Step } from './db/step.ts';

export interface ArchiveRow {
	id: ArchiveId;
	title: string;
}

export function getArchiveRow(reader: Reader): ArchiveRow | undefined {
	return reader.get<ArchiveRow>('SELECT id, title FROM archive');
}

export function insertArchiveRow(step: Step, { id, title }: ArchiveRow): void {
	step.insert('archive', id, { title, created_at: step.at });
}

export function updateArchiveTitle(step: Step, id: ArchiveId, title: string): void {
	step.update('archive', id, { title });
}
