import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { Collection } from '#shared/domain/collection.ts';
import { emptyDescription } from '#shared/domain/description.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { EditionId, NameId, RecordId } from '#shared/domain/ids.ts';
import type { LinkEnd } from '#shared/domain/link.ts';
import { type BesideRedacted, besideRedacted, type RedactedGoing } from '#shared/domain/package.ts';
import { knownGroups } from '#shared/known-forms/known-groups.ts';
import { queryOfTerm } from '#shared/search/list/search-list.ts';
import { createSearchIndex, type SearchIndex } from '#shared/search/search-index.ts';
import { wordsOf } from '#shared/search/words.ts';
import type { PackagePlan } from './package-plan.ts';
import type { PackagedServices } from './package-services.ts';
import { wholesOf } from './redacted-record.ts';

const owner = { id: 'words', title: '', recordKind: '', dateEdtf: '', holding: '' };
/** See `isTold`. */
const fewestLetters = 3;

/** UTF-16 units whose words are looked at before others have their turn. */
const unitsPerTurn = 200_000;

/** Of names whose forms the search is taught, before others have their turn. */
const namesPerTurn = 12;

type Services = Pick<PackagedServices, 'editions' | 'records' | 'names'>;

/** Words that were blacked out. */
interface Gone {
	/** As the search compares them. */
	terms: ReadonlySet<string>;
	/** As they stood one behind the other, passage by passage: a name may have several. */
	passages: readonly string[];
}

/**
 * Tells of the records whose text was redacted where the words that were blacked out leave all the same: the title, the
 * description, the notes of a record and what it is joined to go as they are.
 */
export class RedactedRecords {
	readonly #services: Services;
	#index: { index: SearchIndex; names: string } | null = null;
	/** By the redacted text, which never changes. */
	readonly #gone = new Map<EditionId, Gone>();
	/** The same of what pictures in a text are said to show. */
	readonly #alternatives = new Map<EditionId, string>();

	constructor(services: Services) {
		this.#services = services;
	}

	/** A long text is gone through bit by bit, and once. */
	async tell(plan: PackagePlan): Promise<RedactedGoing[]> {
		const { redactions } = plan.going;
		if (!redactions || redactions.size === 0) return [];
		const { records } = this.#services;
		const goneOf = new Map<RecordId, Gone>();
		for (const [id, own] of records.redactions()) goneOf.set(id, await this.#goneWords(id, own));
		const joined = records.joinedAnywhere();
		const groups = this.#ownGroups();
		const index = await this.#indexOf(groups);
		const surroundings = new Surroundings(plan, (id) => this.#alternativesIn(id));
		const forms = longForms(groups);
		const going: RedactedGoing[] = [];
		for (const record of plan.records.filter(({ id }) => redactions.has(id))) {
			going.push({
				...{ recordId: record.id, title: record.title, hasText: record.editions.length > 0 },
				tells: findIn(index, forms, goneFor(record.id, goneOf, joined), surroundings.of(record)),
			});
			await nextTurn();
		}
		return going;
	}

	/** Words of the text that somebody redacted which its redacted text has nowhere any more. */
	async #goneWords(recordId: RecordId, redactedId: EditionId): Promise<Gone> {
		const known = this.#gone.get(redactedId);
		if (known) return known;
		const { editions } = this.#services.records.get({ id: recordId });
		const full = fullTextOf(editions, redactedId);
		const left = new Set<string>();
		if (full) await this.#read(redactedId, (words) => words.forEach(({ term }) => void left.add(term)));
		const terms = new Set<string>();
		const passages: string[] = [];
		if (full)
			await this.#read(full, (words) => {
				const gone = words.filter(({ term }) => isTold(term) && !left.has(term));
				for (const { term } of gone) terms.add(term);
				if (gone.length > 0) passages.push(gone.map(({ text }) => text).join(' '));
			});
		const gone = { terms, passages };
		this.#gone.set(redactedId, gone);
		return gone;
	}

	#alternativesIn(id: EditionId): string {
		const known = this.#alternatives.get(id);
		if (known !== undefined) return known;
		const blocks = this.#services.editions.blocks({ id });
		const alternatives = blocks.flatMap(({ figure }) => figure?.alt ?? []).join('\n');
		this.#alternatives.set(id, alternatives);
		return alternatives;
	}

	/** The words of a text, passage by passage. */
	async #read(id: EditionId, onPassage: (words: ReturnType<typeof wordsOf>) => void): Promise<void> {
		let units = 0;
		for (const { text } of this.#services.editions.blocks({ id })) {
			onPassage(wordsOf(text));
			units += text.length;
			if (units < unitsPerTurn) continue;
			units = 0;
			await nextTurn();
		}
	}

	/** The names of the archive that are written in more than one way: which forms are one name's, only it knows. */
	#ownGroups(): Group[] {
		return this.#services.names
			.list()
			.map(({ id, forms }) => ({ id, forms: forms.map(({ text }) => text) }))
			.filter(({ forms }) => forms.length > 1);
	}

	/** One that knows which forms are one name's, and nothing else. Taught anew where the names of the archive are others. */
	async #indexOf(groups: readonly Group[]): Promise<SearchIndex> {
		const names = JSON.stringify(groups);
		if (this.#index?.names === names) return this.#index.index;
		const index = createSearchIndex();
		const all = [...knownGroups(), ...groups];
		for (let from = 0; from < all.length; from += namesPerTurn) {
			index.learn(all.slice(from, from + namesPerTurn));
			await nextTurn();
		}
		this.#index = { index, names };
		return index;
	}
}

interface Group {
	id: NameId;
	forms: string[];
}

/** What is shorter and no number is in every sentence. */
function isTold(term: string): boolean {
	return term.length >= fewestLetters || /\p{N}/u.test(term);
}

/** A record without a redacted text of its own goes without the words of those that it is the whole, or a page, of. */
function goneFor(id: RecordId, goneOf: ReadonlyMap<RecordId, Gone>, joined: ReadonlyMap<RecordId, RecordId>): Gone {
	const own = goneOf.get(id);
	if (own) return own;
	const wholes = wholesOf(id, joined);
	const near = [...goneOf].flatMap(([other, gone]) =>
		wholes.has(other) || wholesOf(other, joined).has(id) ? [gone] : [],
	);
	return {
		terms: new Set(near.flatMap(({ terms }) => [...terms])),
		passages: near.flatMap(({ passages }) => passages),
	};
}

/** Few words are looked for among many: the words that leave are asked for, in the text of those that do not. */
function findIn(
	index: SearchIndex,
	forms: readonly LongForm[],
	gone: Gone,
	beside: ReadonlyMap<BesideRedacted, string>,
): RedactedGoing['tells'] {
	if (gone.terms.size === 0) return [];
	index.clear();
	index.put(
		[owner],
		gone.passages.map((text, at) => ({ key: `gone-${at}`, kind: 'note', ownerId: owner.id, text, language: 'und' })),
	);
	const isGone = new Map<string, boolean>();
	const asked = (words: string) => {
		const known = isGone.get(words) ?? answers(index, words);
		isGone.set(words, known);
		return known;
	};
	return besideRedacted.flatMap((where) => {
		const said = wordsOf(beside.get(where) ?? '');
		if (said.length === 0) return [];
		const words = new Map<string, string>();
		for (const { term, text } of said)
			if (!words.has(term) && (gone.terms.has(term) || (term.length >= fewestLetters && asked(text))))
				words.set(term, text);
		const line = lineOf(said);
		for (const { form, terms, line: own } of forms)
			if (line.includes(own) && terms.some((term) => !words.has(term)) && asked(form)) words.set(own, form);
		return words.size > 0 ? { where, words: [...words.values()] } : [];
	});
}

/** A form of a name that has several words. */
interface LongForm {
	form: string;
	terms: readonly string[];
	line: string;
}

function longForms(groups: readonly Group[]): LongForm[] {
	return groups.flatMap(({ forms }) =>
		forms.flatMap((form) => {
			const words = wordsOf(form);
			return words.length > 1 ? { form, terms: words.map(({ term }) => term), line: lineOf(words) } : [];
		}),
	);
}

function lineOf(words: readonly { term: string }[]): string {
	return ` ${words.map(({ term }) => term).join(' ')} `;
}

/** In another form or script, or as another name of the same; a near spelling is another word. */
function answers(index: SearchIndex, words: string): boolean {
	const query = { ...queryOfTerm(words), counts: 'nothing' as const, without: ['near', 'prefix'] as const };
	if (query.text === '') return false;
	const { hits, matched } = index.search(query, { offset: 0, limit: 1 });
	return hits.length > 0 && matched !== 'any';
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

/** What goes beside the texts of records. */
class Surroundings {
	readonly #plan: PackagePlan;
	readonly #alternativesIn: (id: EditionId) => string;
	readonly #names: ReadonlyMap<string, string>;
	readonly #collections: ReadonlyMap<string, Collection>;
	/** Of what records are joined to, the ids. */
	readonly #joined = new Map<string, Set<string>>();

	constructor(plan: PackagePlan, alternativesIn: (id: EditionId) => string) {
		this.#plan = plan;
		this.#alternativesIn = alternativesIn;
		this.#names = new Map(
			plan.names.map(({ id, forms, description }) => [id, [...forms.map(({ text }) => text), description].join('\n')]),
		);
		this.#collections = new Map(plan.collections.map((collection) => [collection.id, collection]));
		for (const { from, to } of plan.links) {
			this.#join(from, to);
			this.#join(to, from);
		}
	}

	/** By its words and by its notes too: what such a link leads to goes as what the record itself is joined to. */
	#join(own: LinkEnd, other: LinkEnd): void {
		const id = own.kind === 'annotation' ? this.#plan.recordOfNote.get(own.id) : own.id;
		if (!id || (own.kind !== 'annotation' && own.kind !== 'record')) return;
		this.#joined.set(id, (this.#joined.get(id) ?? new Set()).add(other.id));
	}

	of(record: RecordDetail): Map<BesideRedacted, string> {
		const { descriptions, tagNames, noteWords } = this.#plan;
		const { title, description, source, knownFrom, rights } = record;
		const { referenceCode, extent, accessConditions } = { ...emptyDescription, ...descriptions.get(record.id) };
		const words: Record<BesideRedacted, string> = {
			...{ title, description, source, knownFrom, rights, referenceCode, extent, accessConditions },
			creators: record.creators.map(({ name }) => name).join('\n'),
			tags: (tagNames.get(record.id) ?? []).join('\n'),
			notes: (noteWords.get(record.id) ?? []).join('\n'),
			dates: record.dates.flatMap(({ edtf, inferred }) => [edtf, inferred]).join('\n'),
			collections: this.#collectionsOf(record).join('\n'),
			names: this.#namesOf([...(this.#joined.get(record.id) ?? [])]),
			events: this.#eventsOf(record.id).join('\n'),
			pictures: record.editions.map(({ id }) => this.#alternativesIn(id)).join('\n'),
		};
		return new Map(besideRedacted.map((where) => [where, words[where]]));
	}

	#namesOf(ids: readonly string[]): string {
		return ids.flatMap((id) => this.#names.get(id) ?? []).join('\n');
	}

	/** With those that they are in. */
	#collectionsOf({ collectionIds }: RecordDetail): string[] {
		return collectionIds.flatMap((first) => {
			const names: string[] = [];
			const seen = new Set<string>();
			for (let at = this.#collections.get(first); at && !seen.has(at.id); at = this.#above(at)) {
				seen.add(at.id);
				names.push(at.name);
			}
			return names;
		});
	}

	#above({ parentId }: Collection): Collection | undefined {
		return parentId === null ? undefined : this.#collections.get(parentId);
	}

	#eventsOf(id: RecordId): string[] {
		const joined = this.#joined.get(id);
		return this.#plan.events
			.filter((event) => event.recordIds.includes(id) || event.disputingRecordIds.includes(id) || joined?.has(event.id))
			.flatMap((event) => {
				const { title, kind, edtf, dateWords, inferred, description, source, relations } = event;
				return [
					...[title, kind, edtf, dateWords, inferred, description, source],
					...relations.map((relation) => relation.words),
					this.#namesOf([...event.placeIds, ...event.participantIds]),
				];
			});
	}
}
