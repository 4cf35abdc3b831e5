import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useMemo } from 'react';
import { queries } from '#renderer/lib/query-keys.ts';
import type { AnnotationId, RecordId } from '#shared/domain/ids.ts';
import type { LinkView } from '#shared/domain/link.ts';
import { compareRelations } from './link-relations.ts';

export type LinksByAnnotation = ReadonlyMap<string, readonly LinkView[]>;

/** Asked once for all cards of a record: a thousand cards would make a thousand calls. */
export const CardLinksContext = createContext<LinksByAnnotation>(new Map());

export function useLinksByAnnotation(recordId: RecordId): LinksByAnnotation {
	const { data: links } = useQuery(queries.links.onAnnotations({ recordId }));
	return useMemo(() => {
		const byId = new Map<string, LinkView[]>();
		for (const link of (links ?? []).toSorted(compareRelations)) {
			const { id } = link.direction === 'outgoing' ? link.from : link.to;
			const own = byId.get(id);
			if (own) own.push(link);
			else byId.set(id, [link]);
		}
		return byId;
	}, [links]);
}

const none: readonly LinkView[] = [];

export function useLinksOf(id: AnnotationId): readonly LinkView[] {
	return useContext(CardLinksContext).get(id) ?? none;
}
