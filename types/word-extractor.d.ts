interface WordReader {
	open(): Promise<void>;
	close(): Promise<void>;
}

interface WordDocument {
	getBody(options: { filterUnicode: boolean }): string;
	getFootnotes(options: { filterUnicode: boolean }): string;
	getEndnotes(options: { filterUnicode: boolean }): string;
	getAnnotations(): string;
	getHeaders(options: { filterUnicode: boolean; includeFooters: boolean }): string;
	getTextboxes(options: { filterUnicode?: boolean; includeBody?: boolean; includeHeadersAndFooters?: boolean }): string;
}

declare module 'word-extractor/lib/buffer-reader.js' {
	export default class BufferReader implements WordReader {
		constructor(bytes: Buffer);
		open(): Promise<void>;
		close(): Promise<void>;
	}
}

declare module 'word-extractor/lib/word-ole-extractor.js' {
	export default class WordOleExtractor {
		/** The text of the file in order, as it stands there. */
		_pieces: { text: string }[];
		/** How many characters of it each kind of text has, in this order; absent ones have none. */
		_boundaries: Partial<
			Record<'ccpText' | 'ccpFtn' | 'ccpHdd' | 'ccpAtn' | 'ccpEdn' | 'ccpTxbx' | 'ccpHdrTxbx', number>
		>;
		/** Copies of what the pieces hold for margins of pages, made before the document. */
		_taggedHeaders: { text: string }[];
		extract(reader: WordReader): Promise<WordDocument>;
		buildDocument(): WordDocument;
	}
}
