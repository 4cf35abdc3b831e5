import type { ArchiveId } from '#shared/domain/ids.ts';
import type { PlaceLabels } from '#shared/domain/map.ts';
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
	step.insert('archive', id, { title, place_labels: '', created_at: step.at });
}

export function getPlaceLabels(reader: Reader): PlaceLabels {
	return reader.get<{ labels: PlaceLabels }>('SELECT place_labels AS labels FROM archive')?.labels ?? '';
}

export function updatePlaceLabels(step: Step, id: ArchiveId, labels: PlaceLabels): void {
	step.update('archive', id, { place_labels: labels });
}

export function updateArchiveTitle(step: Step, id: ArchiveId, title: string): void {
	step.update('archive', id, { title });
}
