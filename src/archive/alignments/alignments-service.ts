import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Step } from '#archive/db/step.ts';
import type { EditionsService } from '#archive/editions/editions-service.ts';
import type { AlignmentPair, ParallelEditions, SettledPassages } from '#shared/domain/alignment.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { isPassage } from '#shared/domain/block.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import { deletePair, insertPair, listPairs, type PairEnd } from './alignments-repository.ts';
import { PairPlaces, type PlacedPair } from './pair-places.ts';

/**
 * What people said of the alignment of two texts. The alignment itself is reckoned where it is shown
 * (`shared/text/parallel`).
 */
export class AlignmentsService {
	readonly #database: ArchiveDatabase;
	readonly #editions: EditionsService;

	constructor(database: ArchiveDatabase, editions: EditionsService) {
		this.#database = database;
		this.#editions = editions;
	}

	list(texts: ParallelEditions): AlignmentPair[] {
		const said = this.#placed(texts).map(({ first, second }): AlignmentPair => ({ first, second }));
		return [...said, ...this.#known(texts, said)];
	}

	/** What a translation was made of, passage by passage, where nobody says otherwise. */
	#known({ firstId, secondId }: ParallelEditions, said: readonly AlignmentPair[]): AlignmentPair[] {
		const editions = [firstId, secondId].map((id) => this.#editions.get({ id }));
		if (firstId === secondId || !editions.some(({ kind }) => kind === 'translation')) return [];
		const taken = { first: new Set(said.map(({ first }) => first)), second: new Set(said.map(({ second }) => second)) };
		return this.#editions
			.counterparts({ id: firstId, otherId: secondId })
			.filter(([first, second]) => !taken.first.has(first) && !taken.second.has(second))
			.map(([first, second]) => ({ first, second, isKnown: true }));
	}

	/** `invalid-input` for a text beside itself, for ordinals that are no passages, and for none at all. */
	settle(passages: SettledPassages): void {
		const { firstId, secondId, first, second } = passages;
		this.#refuseUnfit(firstId, first);
		this.#refuseUnfit(secondId, second);
		if (firstId === secondId) throw new AppError('invalid-input', { reason: 'a text beside itself' });
		if (first.length + second.length === 0) throw new AppError('invalid-input', { reason: 'no passages' });
		this.#database.step('alignmentSettled', (step) => {
			this.#removeWithin(step, passages);
			for (const [ordinal, other] of pairsThatJoin(first, second)) {
				insertPair(step, { editionId: firstId, ordinal }, { editionId: secondId, ordinal: other });
			}
		});
	}

	/** What a translator joined: passages of one text that one passage of the other says. */
	joinWithin(step: Step, pairs: readonly { one: PairEnd; other: PairEnd }[]): void {
		for (const { one, other } of pairs) insertPair(step, one, other);
	}

	remove(passages: SettledPassages): void {
		this.#database.step('alignmentTakenBack', (step) => this.#removeWithin(step, passages));
	}

	#removeWithin(step: Step, passages: SettledPassages): void {
		const [first, second] = [new Set<number | null>(passages.first), new Set<number | null>(passages.second)];
		for (const pair of this.#placed(passages)) {
			if (first.has(pair.first) || second.has(pair.second)) deletePair(step, pair.id);
		}
	}

	#placed({ firstId, secondId }: ParallelEditions): PlacedPair[] {
		const { reader } = this.#database;
		const [first, second] = [this.#editions.get({ id: firstId }), this.#editions.get({ id: secondId })];
		const pairs = listPairs(reader, first.recordId, second.recordId);
		if (pairs.length === 0) return [];
		const places = new PairPlaces(
			{ id: firstId, lineages: this.#editions.lineagesOf(firstId) },
			{ id: secondId, lineages: this.#editions.lineagesOf(secondId) },
		);
		return pairs.flatMap((pair) => places.find(pair) ?? []);
	}

	#refuseUnfit(editionId: EditionId, ordinals: readonly number[]): void {
		for (const ordinal of ordinals) {
			const [block] = this.#editions.blocksBetween(editionId, ordinal, ordinal);
			if (!block || !isPassage(block)) throw new AppError('invalid-input', { reason: `no passage ${ordinal}` });
		}
	}
}

/** As few pairs as make one group of all; with one side alone, each beside nothing. */
function pairsThatJoin(first: readonly number[], second: readonly number[]): [number | null, number | null][] {
	const [one, other] = [first[0] ?? null, second[0] ?? null];
	if (one === null) return second.map((ordinal) => [null, ordinal]);
	if (other === null) return first.map((ordinal) => [ordinal, null]);
	return [
		...first.map((ordinal): [number, number] => [ordinal, other]),
		...second.slice(1).map((ordinal): [number, number] => [one, ordinal]),
	];
}
