import { Link } from '@tanstack/react-router';
import type { LinkView } from '#shared/domain/link.ts';

const recordRoute = '/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}';

/** The other end, as a way to it: a record at the passage that the link stands on, a name's page, or plain words. */
export function LinkTarget({ link }: { link: LinkView }) {
	const { other } = link;
	const end = link.direction === 'outgoing' ? link.to : link.from;
	if (other.kind === 'record')
		return (
			<Link
				to={recordRoute}
				params={{
					recordId: other.id,
					...(end.range ? { editionId: end.range.editionId, ordinal: String(end.range.startOrdinal) } : {}),
				}}
			>
				{other.title}
			</Link>
		);
	if (other.kind === 'name')
		return (
			<Link to="/names/{-$nameId}" params={{ nameId: other.id }}>
				{other.title}
			</Link>
		);
	if (other.kind === 'event') return <Link to="/chronology">{other.title}</Link>;
	return <span>{other.title}</span>;
}
