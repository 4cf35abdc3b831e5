export const findingAidFormats = ['html', 'ead3'] as const;
export type FindingAidFormat = (typeof findingAidFormats)[number];

export const findingAidEndings: Readonly<Record<FindingAidFormat, string>> = { html: 'html', ead3: 'xml' };

/** What went into a finding aid, and what did not. */
export interface FindingAidSummary {
	/** Records that are in it. */
	exported: number;
	/** Records that are not, since their access is not open; what is below them is left out too. */
	withheld: number;
	/**
	 * Names that are to be withheld and stand in it all the same, in a title, a description, a file's name: in any form or
	 * script, as the archivist wrote them. To be looked at before it is handed on.
	 */
	exposedNames: string[];
	/** So does the name of who gave one of the records, which is not told here. */
	isGiverExposed: boolean;
}

/** What a finding aid says, in words and in its order: the page and the paper are drawn from it, so that both say the same. */
export interface FindingAidSheet {
	title: string;
	/** Of what, when and with what. */
	about: string;
	units: FindingAidUnit[];
}

/** One record, and what is described below it. */
export interface FindingAidUnit {
	id: string;
	title: string;
	facts: [label: string, value: string][];
	parts: FindingAidUnit[];
}
