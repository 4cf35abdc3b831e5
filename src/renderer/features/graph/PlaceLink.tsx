import { Link, linkOptions } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { GraphPlace } from '#shared/domain/graph.ts';

/** The way to the words, the record, the name or the event. */
export function PlaceLink({ place, children }: { place: GraphPlace; children: ReactNode }) {
	return <Link {...addressOf(place)}>{children}</Link>;
}

export function addressOf(place: GraphPlace) {
	switch (place.kind) {
		case 'record': {
			const { id, editionId, ordinal, annotationId } = place;
			const params = {
				recordId: id,
				editionId,
				ordinal: ordinal === undefined ? undefined : String(ordinal),
				annotationId,
			};
			return linkOptions({ to: '/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}', params });
		}
		case 'name':
			return linkOptions({ to: '/name/$nameId/{-$part}', params: { nameId: place.id, part: undefined } });
		case 'event':
			return linkOptions({ to: '/chronology', hash: place.id, hashScrollIntoView: false });
	}
}
