import type { AnnotationOrigin, AnnotationTarget, TextRange } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { derivedId, type RecordId } from '#shared/domain/ids.ts';
import type { PageRegion } from '#shared/domain/page-box.ts';
import type { RecordSummary } from '#shared/domain/record.ts';
import { describeTarget } from '#shared/domain/text-range.ts';
import { message } from '#shared/messages/messages.ts';
import { digestOf, idOf } from '#shared/web-annotation/vocabulary.ts';
import { type ArchivePlaces, withoutFragment } from './archive-places.ts';
import type { EditionText } from './edition-texts.ts';
import type { QuoteSearch } from './quote-search.ts';
import type { Quote, ReadTarget } from './web-annotation/read-target.ts';

/** A record to be made for something that annotations are on and the archive does not have. */
export interface DescribedSource {
	id: RecordId;
	title: string;
	source: string;
}

/** Where an annotation of a file comes to stand. */
export interface Place {
	recordId: RecordId;
	target: AnnotationTarget | null;
	region: PageRegion | null;
	/** What is kept of where the file says it was made. */
	origin: Omit<AnnotationOrigin, 'via'>;
	described: DescribedSource | null;
}

type Finding = AnnotationTarget | 'needs-review' | 'unplaced';
const noQuote: Quote = { exact: '', prefix: '', suffix: '' };
const longestTitle = 500;

/**
 * Finds the place of a target by its address, then by the exact words it quotes. Nothing like them will do: what is not
 * there word for word, or is there twice, is kept without a place.
 */
export class Placing {
	readonly #places: ArchivePlaces;
	readonly #search: QuoteSearch;

	constructor(places: ArchivePlaces, search: QuoteSearch) {
		this.#places = places;
		this.#search = search;
	}

	/** Notes the words of a target that nothing here answers to, to be looked for everywhere. */
	prepare(target: ReadTarget): void {
		if (target.quote && this.#isElsewhere(target)) this.#search.add(target.quote);
	}

	/**
	 * @param kept where a Lectern that wrote the file had looked for it in vain.
	 * Throws invalid-input when its record lies in the bin.
	 */
	place(target: ReadTarget, kept: 'needs-review' | 'unplaced' | null): Place {
		const edition = this.#places.edition(target.address, target.textSha256);
		if (edition) return this.#inEdition(edition, target);
		const onPage = this.#onPage(target);
		if (onPage) return onPage;
		const scope = this.#named(target.scope);
		if (scope && kept) return unplaced(scope.id, target, kept);
		const named = this.#named(target.address);
		if (named) return this.#inRecord(named, target, '');
		if (scope) return this.#inScope(scope, target);
		const source = this.#places.recordFrom(target.address);
		if (source && source.holding !== 'described-only') return this.#inRecord(source, target, target.address);
		return this.#anywhere(target) ?? describedBy(source, target);
	}

	#isElsewhere({ address, textSha256, scope }: ReadTarget): boolean {
		const source = this.#places.recordFrom(address);
		return (
			!this.#places.edition(address, textSha256) &&
			!this.#places.record(idOf(address)) &&
			!this.#places.record(idOf(scope)) &&
			(source === undefined || source.holding === 'described-only')
		);
	}

	#named(address: string): RecordSummary | undefined {
		const id = idOf(address);
		if (this.#places.isInBin(id)) throw inBin();
		return this.#places.record(id);
	}

	/** A part of a file that is here: the one with the digest that is named, else the only one of the record that is. */
	#onPage(target: ReadTarget): Place | null {
		const { region, address, scope } = target;
		if (!region) return null;
		const digest = digestOf(address);
		const named = this.#named(digest ? scope : address) ?? (digest ? undefined : this.#places.recordFrom(address));
		const file = this.#places.fileOf(named, digest);
		if (!file) return null;
		const { page, box } = region;
		const source = digest || address === '' || idOf(address) ? target.via : address;
		const placedThere = placed(file.recordId, null, source);
		return { ...placedThere, region: { originalSha256: file.sha256, page, ...box } };
	}

	#inEdition(text: EditionText, target: ReadTarget): Place {
		const { recordId } = text.edition;
		if (!this.#places.record(recordId)) throw inBin();
		const finding = findIn(text, target, true);
		if (typeof finding === 'string') return unplaced(recordId, target, finding);
		return placed(recordId, finding, target.via);
	}

	/** On the whole record, or on words of the text that it shows. */
	#inRecord(record: RecordSummary, target: ReadTarget, address: string): Place {
		if (!target.isPart) return placed(record.id, null, target.via || address);
		const finding = this.#inShownText(record, target);
		if (typeof finding === 'string') return unplaced(record.id, target, finding);
		return placed(record.id, finding, target.via || address);
	}

	/** The record is here, the text that it was made on is not. */
	#inScope(record: RecordSummary, target: ReadTarget): Place {
		const finding = target.isPart ? this.#inShownText(record, target) : 'unplaced';
		if (typeof finding === 'string') return unplaced(record.id, target, finding);
		return placed(record.id, finding, target.address);
	}

	#inShownText({ editionId }: RecordSummary, target: ReadTarget): Finding {
		const text = editionId && this.#places.texts.get(editionId);
		return text ? findIn(text, target, false) : 'unplaced';
	}

	#anywhere(target: ReadTarget): Place | null {
		const range = target.quote && this.#search.placeOf(target.quote);
		const text = range && this.#places.texts.get(range.editionId);
		const found = text && describe(text, range, target.quote);
		return found ? placed(text.edition.recordId, found, target.address) : null;
	}
}

/** @param isSameText whether positions of the file count in this text. */
function findIn(text: EditionText, { range, position, quote }: ReadTarget, isSameText: boolean): Finding {
	if (isSameText) {
		const editionId = text.edition.id;
		const own = range && describe(text, { ...range, editionId }, quote);
		const counted = position && text.stream.rangeBetween(position.start, position.end);
		const found = own ?? (counted && describe(text, counted, quote));
		if (found) return found;
	}
	if (!quote) return 'unplaced';
	const { inContext, all } = text.passages.occurrences(quote, 2);
	const [only, other] = inContext;
	if (only === undefined || other !== undefined) return all > 0 ? 'needs-review' : 'unplaced';
	return describe(text, text.passages.rangeAt(only, quote.exact.length), quote) ?? 'needs-review';
}

/** What stands there, if it is the words that the file quotes. */
function describe({ stream }: EditionText, range: TextRange, quote: Quote | null): AnnotationTarget | null {
	try {
		const target = describeTarget(stream.blocks, range);
		return quote && target.exact !== quote.exact ? null : target;
	} catch (error) {
		if (error instanceof AppError && error.code === 'invalid-input') return null;
		throw error;
	}
}

function placed(recordId: RecordId, target: AnnotationTarget | null, source: string): Place {
	return { recordId, target, region: null, origin: { source, ...noQuote, placement: 'placed' }, described: null };
}

function unplaced(recordId: RecordId, target: ReadTarget, placement: 'needs-review' | 'unplaced'): Place {
	const origin = { source: target.address, ...(target.quote ?? noQuote), placement };
	return { recordId, target: null, region: null, origin, described: null };
}

/** On a record that says no more than that there is such a thing; the same for every annotation on it. */
function describedBy(known: RecordSummary | undefined, target: ReadTarget): Place {
	const source = withoutFragment(target.address);
	const id = known?.id ?? derivedId<RecordId>('record', 'source', source);
	const described = known ? null : { id, title: (target.label || source).slice(0, longestTitle), source };
	return { ...unplaced(id, target, 'unplaced'), described };
}

function inBin(): AppError {
	return new AppError('invalid-input', { reason: message('transfer.reason.inBin') });
}
