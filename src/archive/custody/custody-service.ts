import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Writer } from '#archive/db/connection.ts';
import type { ArgumentOf, ValueOf } from '#shared/api/calls.ts';
import type { CustodyCalls } from '#shared/api/context-api.ts';
import type { CustodyEvent, CustodyKind } from '#shared/domain/custody.ts';
import type { QuoteCard } from '#shared/domain/quote-card.ts';
import { chainStart, hashCustodyEvent, hashHeads } from './custody-hash.ts';
import {
	eachCustodyEvent,
	findEntryHash,
	findHead,
	insertCustodyEvent,
	listCustodyEvents,
	listHeads,
} from './custody-repository.ts';

/** The append-only log of what happened to the archive: one hash chain per replica. */
export class CustodyService {
	readonly #database: ArchiveDatabase;

	constructor(database: ArchiveDatabase) {
		this.#database = database;
	}

	/** Adds an entry to this replica's chain, within the transaction that does what it tells of. */
	append(writer: Writer, kind: CustodyKind, subject: string, detail: CustodyEvent['detail']): void {
		const { replicaId, now } = this.#database;
		const head = findHead(writer, replicaId);
		const event = {
			replicaId,
			sequence: (head?.sequence ?? 0) + 1,
			at: new Date(now()).toISOString(),
			kind,
			subject,
			detail,
			previousHash: head?.hash ?? chainStart,
		};
		insertCustodyEvent(writer, { ...event, hash: hashCustodyEvent(event) });
	}

	list({ subject, limit }: ArgumentOf<CustodyCalls['list']>): CustodyEvent[] {
		return listCustodyEvents(this.#database.reader, subject === undefined ? [] : [subject], limit);
	}

	/** Entries about any of these: a record and the originals it holds. */
	listAbout(subjects: readonly string[], limit: number): CustodyEvent[] {
		return listCustodyEvents(this.#database.reader, subjects, limit);
	}

	/** The archive's head as it is written down now, with the ends of the chains that it is made of. */
	heads(): QuoteCard['custody'] {
		const chains = listHeads(this.#database.reader);
		return { head: hashHeads(chains.map(({ hash }) => hash)), chains };
	}

	/** Whether a head that was written down was one of this log: its chains were that, and have only grown since. */
	holdsHeads({ head, chains }: QuoteCard['custody']): boolean {
		const { reader } = this.#database;
		return (
			hashHeads(chains.map(({ hash }) => hash)) === head &&
			chains.every(({ replicaId, sequence, hash }) => findEntryHash(reader, replicaId, sequence) === hash)
		);
	}

	/**
	 * Recomputes every chain. Finds an altered, reordered, inserted or dropped entry within a chain; a chain cut at its
	 * end shows only against a head that was written down before.
	 */
	check(): ValueOf<CustodyCalls['check']> {
		const heads = new Map<string, CustodyEvent>();
		let entryCount = 0;
		let firstBad: ValueOf<CustodyCalls['check']>['firstBad'] = null;
		for (const event of eachCustodyEvent(this.#database.reader)) {
			entryCount += 1;
			const previous = heads.get(event.replicaId);
			const fits =
				event.sequence === (previous?.sequence ?? 0) + 1 &&
				event.previousHash === (previous?.hash ?? chainStart) &&
				event.hash === hashCustodyEvent(event);
			if (!fits) firstBad ??= { replicaId: event.replicaId, sequence: event.sequence };
			heads.set(event.replicaId, event);
		}
		return { head: hashHeads([...heads.values()].map((event) => event.hash)), entryCount, firstBad };
	}
}
