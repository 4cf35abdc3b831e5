import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { GraphPlace } from '#shared/domain/graph.ts';

/** The way to the words, the record, the name or the event. */
export function PlaceLink({ place, children }: { place: GraphPlace; children: ReactNode }) {
	switch (place.kind) {
		case 'record': {
			const { id, editionId, ordinal, annotationId } = place;
			const params = {
				recordId: id,
				editionId,
				ordinal: ordinal === undefined ? undefined : String(ordinal),
				annotationId,
			};
			return (
				<Link to="/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}" params={params}>
					{children}
				</Link>
			);
		}
		case 'name':
			return (
				<Link to="/name/$nameId/{-$part}" params={{ nameId: place.id, part: undefined }}>
					{children}
				</Link>
			);
		case 'event':
			return (
				<Link to="/chronology" hash={place.id} hashScrollIntoView={false}>
					{children}
				</Link>
			);
	}
}
