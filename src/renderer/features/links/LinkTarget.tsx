import { Link } from '@tanstack/react-router';
import { type LinkView, otherSide, shownRange } from '#shared/domain/link.ts';
import { plainText } from '#shared/markdown/markdown.ts';
import { message } from '#shared/messages/messages.ts';

const recordRoute = '/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}';

/** The other end, as a way to it: a record at the passage that the link stands on, an annotation at its words, a name, an event. */
export function LinkTarget({ link }: { link: LinkView }) {
	const { other } = link;
	const title = titleOf(link);
	switch (other.kind) {
		case 'record': {
			const range = shownRange(link, otherSide(link));
			return (
				<Link to={recordRoute} params={paramsOf(other.id, range?.editionId, range?.startOrdinal)}>
					{title}
				</Link>
			);
		}
		case 'annotation':
			return other.place ? (
				<Link
					to={recordRoute}
					params={paramsOf(other.place.recordId, other.place.editionId, other.place.ordinal, other.id)}
				>
					{title}
				</Link>
			) : (
				<span>{title}</span>
			);
		case 'name':
			return (
				<Link to="/name/$nameId/{-$part}" params={{ nameId: other.id }}>
					{title}
				</Link>
			);
		case 'event':
			return (
				<Link to="/chronology" hash={other.id}>
					{title}
				</Link>
			);
	}
}

/** All parts are said: those left out would be taken from the place one is at. */
function paramsOf(recordId: string, editionId?: string, ordinal?: number, annotationId?: string) {
	const isPlace = editionId !== undefined && ordinal !== undefined;
	return {
		recordId,
		editionId: isPlace ? editionId : undefined,
		ordinal: isPlace ? String(ordinal) : undefined,
		annotationId: isPlace ? annotationId : undefined,
	};
}

function titleOf({ other, direction, fromNumber, toNumber }: LinkView): string {
	const number = direction === 'outgoing' ? toNumber : fromNumber;
	const words = other.kind === 'annotation' ? plainText(other.title) : other.title;
	const title = words === '' ? message('links.untitled') : words;
	return other.kind === 'record' && number !== null ? message('links.at-paragraph', { title, number }) : title;
}
