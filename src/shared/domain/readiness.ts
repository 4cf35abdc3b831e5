/** What has to be there before a machine leaves the network. */
export const readinessParts = ['recognition', 'fonts', 'help', 'tables', 'reading-copy', 'licences'] as const;
export type ReadinessPart = (typeof readinessParts)[number];

export interface ReadinessItem {
	part: ReadinessPart;
	/** Names of files that are not there, below the program's folder; empty where all is. */
	missing: string[];
}
