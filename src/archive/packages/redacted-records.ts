import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { emptyDescription } from '#shared/domain/description.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import { type BesideRedacted, besideRedacted, type RedactedGoing } from '#shared/domain/package.ts';
import { knownGroups } from '#shared/known-forms/known-groups.ts';
import { queryOfTerm } from '#shared/search/list/search-list.ts';
import { createSearchIndex, type SearchIndex } from '#shared/search/search-index.ts';
import { wordsOf } from '#shared/search/words.ts';
import type { PackagePlan } from './package-plan.ts';
import type { PackagedServices } from './package-services.ts';

const owner = { id: 'words', title: '', recordKind: '', dateEdtf: '', holding: '' };
/** What is shorter and no number is in every sentence. */
const fewestLetters = 3;

/** UTF-16 units whose words are looked at before others have their turn. */
const unitsPerTurn = 200_000;

type Services = Pick<PackagedServices, 'editions' | 'records'>;

/**
 * Tells of the records whose text was redacted where the words that were blacked out leave all the same: the title, the
 * description and the notes of a record go as they are.
 */
export class RedactedRecords {
	readonly #services: Services;
	#index: SearchIndex | null = null;
	/** By the redacted text, which never changes. */
	readonly #gone = new Map<EditionId, ReadonlySet<string>>();

	constructor(services: Services) {
		this.#services = services;
	}

	/** A long text is gone through bit by bit, and once. */
	async tell({ records, going, descriptions, tagNames, noteBodies }: PackagePlan): Promise<RedactedGoing[]> {
		const { redactions } = going;
		if (!redactions || redactions.size === 0) return [];
		const goneOf = new Map<RecordId, ReadonlySet<string>>();
		for (const [id, own] of this.#services.records.redactions()) goneOf.set(id, await this.#goneWords(id, own));
		// A record that is joined with a redacted one has no redacted text that would say which words: all are looked for.
		const all = new Set([...goneOf.values()].flatMap((gone) => [...gone]));
		return records
			.filter(({ id }) => redactions.has(id))
			.map((record) => {
				const beside = besideText(record, {
					...{ ...emptyDescription, ...descriptions.get(record.id) },
					...{ tags: tagNames.get(record.id) ?? [], notes: noteBodies.get(record.id) ?? [] },
				});
				return {
					...{ recordId: record.id, title: record.title, hasText: record.editions.length > 0 },
					tells: this.#find(goneOf.get(record.id) ?? all, beside),
				};
			});
	}

	/** Words of the text that somebody redacted which its redacted text has nowhere any more, as the search compares them. */
	async #goneWords(recordId: RecordId, redactedId: EditionId): Promise<ReadonlySet<string>> {
		const known = this.#gone.get(redactedId);
		if (known) return known;
		const { editions } = this.#services.records.get({ id: recordId });
		const full = fullTextOf(editions, redactedId);
		const gone = full ? await this.#termsOf(full) : new Set<string>();
		if (full) for (const term of await this.#termsOf(redactedId)) gone.delete(term);
		this.#gone.set(redactedId, gone);
		return gone;
	}

	async #termsOf(id: EditionId): Promise<Set<string>> {
		const terms = new Set<string>();
		let units = 0;
		for (const { text } of this.#services.editions.blocks({ id })) {
			for (const { term } of wordsOf(text)) if (term.length >= fewestLetters || /\p{N}/u.test(term)) terms.add(term);
			units += text.length;
			if (units < unitsPerTurn) continue;
			units = 0;
			await nextTurn();
		}
		return terms;
	}

	/** Few words are looked for among many: the words that leave are asked for, in the text of those that do not. */
	#find(gone: ReadonlySet<string>, beside: ReadonlyMap<BesideRedacted, string>): RedactedGoing['tells'] {
		if (gone.size === 0) return [];
		const index = this.#indexOf(gone);
		const isGone = new Map<string, boolean>();
		return besideRedacted.flatMap((where) => {
			const words = new Map<string, string>();
			for (const { term, text } of wordsOf(beside.get(where) ?? '')) {
				if (!isGone.has(term)) isGone.set(term, gone.has(term) || answers(index, term));
				if (isGone.get(term) && !words.has(term)) words.set(term, text);
			}
			return words.size > 0 ? { where, words: [...words.values()] } : [];
		});
	}

	#indexOf(gone: ReadonlySet<string>): SearchIndex {
		if (!this.#index) {
			this.#index = createSearchIndex();
			this.#index.learn(knownGroups());
		}
		this.#index.clear();
		const text = [...gone].join(' ');
		this.#index.put([owner], [{ key: 'gone', kind: 'note', ownerId: owner.id, text, language: 'und' }]);
		return this.#index;
	}
}

/** In another form or script, or as another name of the same; a near spelling is another word. */
function answers(index: SearchIndex, term: string): boolean {
	if (term.length < fewestLetters) return false;
	const query = { ...queryOfTerm(term), counts: 'nothing' as const, without: ['near', 'prefix'] as const };
	return query.text !== '' && index.search(query, { offset: 0, limit: 1 }).hits.length > 0;
}

/** The text that the words were blacked out of: a redacted text may go on from an earlier one. */
function fullTextOf(editions: readonly Edition[], redactedId: EditionId): EditionId | null {
	const seen = new Set<EditionId>();
	for (let at: EditionId | null = redactedId; at && !seen.has(at); ) {
		seen.add(at);
		const edition: Edition | undefined = editions.find(({ id }) => id === at);
		if (edition && edition.kind !== 'redaction') return at;
		at = edition?.baseEditionId ?? null;
	}
	return null;
}

interface Said extends Record<'referenceCode' | 'extent' | 'accessConditions', string> {
	tags: readonly string[];
	notes: readonly string[];
}

function besideText(record: RecordDetail, said: Said): Map<BesideRedacted, string> {
	const { title, description, source, knownFrom, rights } = record;
	const { referenceCode, extent, accessConditions } = said;
	const creators = record.creators.map(({ name }) => name).join('\n');
	const lists = { creators, tags: said.tags.join('\n'), notes: said.notes.join('\n') };
	const words = { title, description, source, knownFrom, rights, referenceCode, extent, accessConditions, ...lists };
	return new Map(besideRedacted.map((where) => [where, words[where]]));
}
