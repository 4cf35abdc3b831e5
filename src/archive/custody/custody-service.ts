import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Reader, Writer } from '#archive/db/connection.ts';
import type { ArgumentOf, ValueOf } from '#shared/api/calls.ts';
import type { CustodyCalls } from '#shared/api/context-api.ts';
import type {
	CustodyCheck,
	CustodyDetails,
	CustodyEntry,
	CustodyEvent,
	CustodyFilter,
	CustodyKind,
} from '#shared/domain/custody.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import type { QuoteCard } from '#shared/domain/quote-card.ts';
import { checkChains } from './chain-check.ts';
import { chainStart, hashCustodyEvent, hashHeads } from './custody-hash.ts';
import {
	countEntries,
	countHashes,
	eachCustodyEvent,
	eachEntry,
	findEntryHash,
	findHead,
	holdsContainer,
	insertCustodyEvent,
	listCustodyEvents,
	listEntries,
	listHeads,
	listReceptions,
} from './custody-repository.ts';
import { describedChanges } from './described-changes.ts';
import { software } from './software.ts';

/** The append-only log of what happened to the archive: one hash chain per replica. */
export class CustodyService {
	readonly #database: ArchiveDatabase;

	constructor(database: ArchiveDatabase) {
		this.#database = database;
		database.witnessSteps((writer, rows, { label, kind }) => {
			// What comes with an archive is no change of it.
			if (kind === 'setup') return;
			for (const { recordId, detail } of describedChanges(rows))
				this.append(writer, 'edited', recordId, { ...detail, step: label, ...(kind !== 'do' && { as: kind }) });
		});
	}

	/** Adds an entry to this replica's chain, within the transaction that does what it tells of. */
	append(writer: Writer, kind: CustodyKind, subject: string, detail: CustodyDetails): void {
		const { replicaId, now, author } = this.#database;
		const head = findHead(writer, replicaId);
		const event = {
			replicaId,
			sequence: (head?.sequence ?? 0) + 1,
			at: new Date(now()).toISOString(),
			kind,
			subject,
			detail,
			agent: author,
			software,
			previousHash: head?.hash ?? chainStart,
		};
		insertCustodyEvent(writer, { ...event, hash: hashCustodyEvent(event) });
	}

	/**
	 * Takes in what other replicas' chains in another archive have beyond the ones here, as it stands there: whether it
	 * holds is for `check` to say. Gives how many entries came.
	 */
	receiveWithin(writer: Writer, other: Reader): number {
		let count = 0;
		for (const event of eachCustodyEvent(other)) {
			const head = findHead(writer, event.replicaId);
			if (event.replicaId === this.#database.replicaId || event.sequence <= (head?.sequence ?? 0)) continue;
			insertCustodyEvent(writer, event);
			count += 1;
		}
		return count;
	}

	/** The head of another archive's log: what it can be held to later. */
	headOf(other: Reader): string {
		return hashHeads(listHeads(other).map(({ hash }) => hash));
	}

	/**
	 * What is known of an original from the moment it is kept: that it came, its digest, and its format.
	 * @param from what is known of where it came from
	 */
	appendReceived(
		writer: Writer,
		original: { sha256: string; mediaType: string; sizeBytes: number },
		fileName: string,
		from: CustodyDetails = {},
	): void {
		const { sha256, mediaType, sizeBytes } = original;
		this.append(writer, 'received', sha256, { file: fileName, sizeBytes, ...from });
		this.append(writer, 'digested', sha256, { algorithm: 'SHA-256', digest: sha256 });
		this.append(writer, 'identified', sha256, { mediaType });
	}

	list({ subject, limit }: ArgumentOf<CustodyCalls['list']>): CustodyEvent[] {
		return listCustodyEvents(this.#database.reader, subject === undefined ? [] : [subject], limit);
	}

	/** Entries about any of these: a record and the originals it holds. */
	listAbout(subjects: readonly string[], limit: number): CustodyEvent[] {
		return listCustodyEvents(this.#database.reader, subjects, limit);
	}

	/** A part of what passes the filter, newest first, and how much passes. */
	find({ filter, offset, limit }: ArgumentOf<CustodyCalls['find']>): ValueOf<CustodyCalls['find']> {
		const { reader } = this.#database;
		if (!filter.words)
			return { total: countEntries(reader, filter), entries: listEntries(reader, filter, offset, limit) };
		const found = [...this.each(filter)];
		return { total: found.length, entries: found.slice(offset, offset + limit) };
	}

	/** Everything that passes the filter, newest first. No other statement may run meanwhile. */
	*each(filter: CustodyFilter): Generator<CustodyEntry> {
		const words = filter.words?.toLowerCase() ?? '';
		for (const entry of eachEntry(this.#database.reader, filter))
			if (words === '' || hasWords(entry, words)) yield entry;
	}

	/** The entries that say these bytes were received, oldest first. */
	receptionsOf(sha256: Sha256): CustodyEvent[] {
		return listReceptions(this.#database.reader, sha256);
	}

	/** Whether something was received out of a file with this digest, which itself need not be kept. */
	hasReceivedFrom(sha256: Sha256): boolean {
		return holdsContainer(this.#database.reader, sha256);
	}

	/** The last hash of each chain. */
	headHashes(): string[] {
		return listHeads(this.#database.reader).map(({ hash }) => hash);
	}

	/** Whether each of these, all unlike, is the hash of an entry. */
	hasAll(hashes: readonly string[]): boolean {
		return countHashes(this.#database.reader, hashes) === hashes.length;
	}

	/** Of the whole archive as it is now, without recomputing anything. */
	head(): string {
		return hashHeads(this.headHashes());
	}

	size(): { head: string; entryCount: number } {
		return { head: this.head(), entryCount: countEntries(this.#database.reader, {}) };
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
	 * Whether the log of now holds, unbroken, the entries that stood at the ends of its chains. `absent` where there is no
	 * log at all, as in a package that goes without one.
	 */
	prove(heads: QuoteCard['custody']): 'holds' | 'other' | 'absent' {
		const { entryCount, firstBad } = this.check();
		if (entryCount === 0) return 'absent';
		return firstBad === null && this.holdsHeads(heads) ? 'holds' : 'other';
	}

	/**
	 * Recomputes every chain. Finds an altered, reordered, inserted or dropped entry within a chain; a chain cut at its
	 * end, or written anew from some entry on, shows only against a head that was written down before.
	 * @param head one that was written down: where it stands in the log is told then.
	 */
	check({ head }: { head?: string } = {}): CustodyCheck {
		return checkChains(() => eachCustodyEvent(this.#database.reader), head);
	}
}

function hasWords({ subject, subjectName, agent, detail }: CustodyEntry, words: string): boolean {
	return [subject, subjectName, agent, ...Object.values(detail)].join('\n').toLowerCase().includes(words);
}
