declare module 'word-extractor' {
	interface WordDocument {
		getBody(): string;
		getFootnotes(): string;
		getEndnotes(): string;
		getAnnotations(): string;
		getHeaders(options?: { includeFooters?: boolean }): string;
		getTextboxes(): string;
	}

	export default class WordExtractor {
		extract(source: Buffer | string): Promise<WordDocument>;
	}
}
