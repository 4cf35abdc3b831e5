import type { Mark } from '#shared/domain/block.ts';

/** What a file for a translator holds, whatever its format. */
export interface TranslationSheet {
	/** What the file is called: the title of the record, or the code where that does not go out. */
	title: string;
	/** BCP 47; 'und' where that is not known. */
	sourceLanguage: string;
	/** BCP 47. */
	language: string;
	/** By which the file is known when it comes home. */
	code: string;
	rows: SheetPassage[];
}

export interface SheetPassage {
	label: string;
	text: string;
	marks: readonly Mark[];
	isHeading: boolean;
	/** What is translated already; null where nothing is. */
	done: { text: string; marks: readonly Mark[] } | null;
}
