import { createHash } from 'node:crypto';
import type { CustodyService } from '#archive/custody/custody-service.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { EditionsService } from '#archive/editions/editions-service.ts';
import type { HistoryService } from '#archive/history/history-service.ts';
import type { OriginalsService } from '#archive/originals/originals-service.ts';
import type { ContentRootState } from '#shared/api/archive-api.ts';
import { findRoot, upsertRoot } from './content-root-repository.ts';

interface RootedServices {
	originals: OriginalsService;
	editions: EditionsService;
	custody: CustodyService;
	history: HistoryService;
}

/**
 * One digest over the digests of all originals and texts and the head of the custody log. It shows a row
 * that went, which no digest of what is left can. Whether the bytes still have their digests, verification tells.
 */
export class ContentRootService {
	readonly #database: ArchiveDatabase;
	readonly #services: RootedServices;
	#state: ContentRootState = 'unknown';

	constructor(database: ArchiveDatabase, services: RootedServices) {
		this.#database = database;
		this.#services = services;
	}

	/** As it was found by the last check. */
	get state(): ContentRootState {
		return this.#state;
	}

	/** SHA-256 of the sorted lines `original DIGEST`, `text EDITION DIGEST` and `custody HEAD` (one a chain), each ended by U+000A. */
	compute(custodyHeads = this.#services.custody.headHashes()): string {
		const { originals, editions } = this.#services;
		const lines = [
			...originals.list().map(({ sha256 }) => `original ${sha256}\n`),
			...editions.textDigests().map(({ id, textSha256 }) => `text ${id} ${textSha256}\n`),
			...custodyHeads.map((head) => `custody ${head}\n`),
		];
		return createHash('sha256').update(lines.sort().join('')).digest('hex');
	}

	/** Keeps the root of the archive as it is now; an archive that was found changed keeps the one that shows it. */
	keep(): void {
		if (this.#state === 'changed') return;
		const custodyHeads = this.#services.custody.headHashes();
		const kept = {
			root: this.compute(custodyHeads),
			custodyHeads,
			changeNumber: this.#services.history.changeNumber(),
		};
		const known = findRoot(this.#database.reader);
		if (known?.root === kept.root && known.changeNumber === kept.changeNumber) return;
		const at = new Date(this.#database.now()).toISOString();
		this.#database.write((writer) => upsertRoot(writer, kept, at));
	}

	/** Compares with what was kept last, on closing or with a snapshot. */
	check(): ContentRootState {
		this.#state = this.#compare();
		return this.#state;
	}

	#compare(): ContentRootState {
		const kept = findRoot(this.#database.reader);
		if (!kept) return 'unknown';
		const { custody, history } = this.#services;
		// A log only grows: what it ended with is in it for ever.
		if (!custody.hasAll(kept.custodyHeads)) return 'changed';
		if (history.changeNumber() !== kept.changeNumber) return 'outdated';
		return this.compute(kept.custodyHeads) === kept.root ? 'intact' : 'changed';
	}
}
