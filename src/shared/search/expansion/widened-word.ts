/** How a word of the archive answers a word of a query without being it: in its own script or in another. */
export type WideningKind = 'form' | 'near' | 'script';

export interface WidenedWord {
	id: number;
	how: WideningKind;
	/** Below 1, less the further away it is. */
	weight: number;
}

/** A word of a query, in whatever language. */
export interface QueryWord {
	/** Folded. */
	term: string;
	/** In lower case, not folded: accents and ı tell how it is read. */
	spelling: string;
}
