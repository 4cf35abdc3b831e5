import { getArchiveRow, getPlaceLabels, updatePlaceLabels } from '#archive/archive-row.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { MapLayer, PlaceLabels } from '#shared/domain/map.ts';
import { listLayers } from './map-repository.ts';
import { listScans } from './scans-repository.ts';

/** What an archive itself says of its map: by which forms places are labelled, and what can be laid on it. */
export class MapService {
	readonly #database: ArchiveDatabase;

	constructor(database: ArchiveDatabase) {
		this.#database = database;
	}

	labels(): PlaceLabels {
		return getPlaceLabels(this.#database.reader);
	}

	/** What is chosen already makes no step. */
	setLabels({ labels }: { labels: PlaceLabels }): void {
		const row = getArchiveRow(this.#database.reader);
		if (row) this.#database.step('placeLabelsChosen', (step) => updatePlaceLabels(step, row.id, labels));
	}

	layers(): MapLayer[] {
		const { reader } = this.#database;
		return [...listLayers(reader), ...listScans(reader)];
	}
}
