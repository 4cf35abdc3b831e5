export const findingAidFormats = ['html', 'ead3'] as const;
export type FindingAidFormat = (typeof findingAidFormats)[number];

export const findingAidEndings: Readonly<Record<FindingAidFormat, string>> = { html: 'html', ead3: 'xml' };

/** What went into a finding aid, and what did not. */
export interface FindingAidSummary {
	/** Records that are in it. */
	exported: number;
	/** Records that are not, since their access is not open; what is below them is left out too. */
	withheld: number;
	/** Names that are to be withheld and stand in it all the same: in a title, a description. To be looked at before it is handed on. */
	exposedNames: string[];
}
