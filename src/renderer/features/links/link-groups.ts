import { type LinkView, linkTypes } from '#shared/domain/link.ts';
import { message } from '#shared/messages/messages.ts';

export interface LinkGroup {
	key: string;
	title: string;
	links: LinkView[];
}

/** Links by type and direction, in the order of the types; all suggested ones together, before the rest. */
export function groupLinks(links: readonly LinkView[]): LinkGroup[] {
	const suggested = links.filter(({ origin }) => origin === 'suggested');
	const groups: LinkGroup[] =
		suggested.length > 0 ? [{ key: 'suggested', title: message('links.suggested'), links: suggested }] : [];
	for (const type of linkTypes)
		for (const direction of ['outgoing', 'incoming'] as const) {
			const matching = links.filter(
				(link) => link.origin !== 'suggested' && link.type === type && link.direction === direction,
			);
			if (matching.length === 0) continue;
			groups.push({ key: `${type} ${direction}`, title: message(`links.${direction}.${type}`), links: matching });
		}
	return groups;
}
