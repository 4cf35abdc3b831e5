import type { SearchDocument } from '#shared/api/search-api.ts';
import type { ErrorData } from '#shared/domain/app-error.ts';
import type { Name } from '#shared/domain/name.ts';
import type { SuggestedCoordinates, SuggestingLayer } from '#shared/map/suggest-coordinates.ts';
import type { TermHits } from '#shared/search/list/search-list.ts';
import type { Companion } from '#shared/search/mentions/companions.ts';
import type { FoundMentions } from '#shared/search/mentions/first-mentions.ts';
import type { SearchQuery, SearchResult, WidenedWords } from '#shared/search/search-query.ts';

/** How far the index is. `version` changes whenever a search may give something else. */
export interface IndexState {
	phase: 'loading' | 'ready';
	/** Documents taken so far, of `total`; both 0 until the archive has answered. */
	done: number;
	total: number;
	passageCount: number;
	version: number;
	/** Something has changed in the archive since that is still to be taken in. */
	isBehind: boolean;
	/** Why it could not be brought up to date; it goes on with what it has. */
	error: ErrorData | null;
}

export interface HitWindow {
	offset: number;
	limit: number;
}

export interface PassagePlace {
	ownerId: string;
	editionId: string;
	ordinal: number;
}

/** What the page tells the worker. */
export type ToSearchWorker =
	/** With the port as the only transferred object. */
	| { type: 'port'; port: MessagePort }
	/** The browser edition: the worker opens its own socket to this host. */
	| { type: 'socket'; host: string }
	/** One is answered at a time, and of those that wait meanwhile the last. */
	| { type: 'search'; id: number; query: SearchQuery; window: HitWindow }
	/** More hits of a search that was answered: always answered too. */
	| { type: 'hits'; id: number; query: SearchQuery; window: HitWindow }
	| { type: 'passages'; id: number; place: PassagePlace; around: number }
	/** A list of terms, answered by its rows as they come. */
	| { type: 'list'; id: number; terms: readonly string[]; isClose: boolean }
	| { type: 'stop-list'; id: number }
	/** The passages in which a name stands. */
	| { type: 'mentions'; id: number; forms: readonly string[]; parts: readonly string[]; isWide: boolean }
	/** Which other names stand in these passages, answered as it is found. */
	| { type: 'companions'; id: number; ownId: string; places: readonly Omit<PassagePlace, 'ownerId'>[] }
	| { type: 'stop-companions'; id: number }
	/** What answers the words of a query beyond themselves. */
	| { type: 'widen'; id: number; query: SearchQuery }
	/** Which points of layers are called like places. Nothing of the archive's index is asked. */
	| { type: 'suggest'; id: number; layers: readonly SuggestingLayer[]; names: readonly Name[] };

/** What the worker tells the page. */
export type FromSearchWorker =
	| { type: 'state'; state: IndexState }
	/** The archive cannot be reached: the page should send a new port, or the host again. */
	| { type: 'lost' }
	/** Null when it could not be searched to the end. */
	| { type: 'found'; id: number; result: SearchResult | null }
	| { type: 'passages'; id: number; passages: SearchDocument[] }
	/** `isEnd`: these are the last, also where the list was stopped. */
	| { type: 'rows'; id: number; rows: TermHits[]; isEnd: boolean }
	/** Null when they could not be found to the end. */
	| { type: 'mentions'; id: number; mentions: FoundMentions | null }
	| { type: 'companions'; id: number; companions: Companion[]; done: number; isEnd: boolean }
	| { type: 'widened'; id: number; widened: WidenedWords }
	| { type: 'suggested'; id: number; suggested: SuggestedCoordinates[] | ErrorData };
