/** What an edition has of a saved page: its article alone, or also the menus and lists around it. */
export const pageParts = ['article', 'page'] as const;
export type PagePart = (typeof pageParts)[number];

/** Which of them an edition has, by the parameters of its importer; null for what was read from no page. */
export function pagePartOf({
	maker,
	parameters,
}: {
	maker: string;
	parameters: Readonly<Record<string, string | number | boolean>>;
}): PagePart | null {
	if (maker !== 'html') return null;
	return parameters.part === 'article' ? 'article' : 'page';
}
