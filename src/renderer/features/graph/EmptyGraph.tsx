import { Link } from '@tanstack/react-router';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { useKeysSaid } from '#renderer/lib/shortcuts.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { message } from '#shared/messages/messages.ts';

const linkingKeys = { link: 'annotation.link' } as const;

/** How things come to be joined, with the ways to where that is done. */
export function EmptyGraph() {
	const said = useKeysSaid(linkingKeys);
	if (readingCopy)
		return <EmptyState isPage title={message('graph.empty.title')} text={message('graph.empty.text-copy')} />;
	return (
		<EmptyState isPage title={message('graph.empty.title')} text={message('graph.empty.text', said)}>
			<Link to="/library">{message('graph.empty.library')}</Link>
			<Link to="/names/{-$nameId}">{message('graph.empty.names')}</Link>
			<Link to="/chronology">{message('graph.empty.events')}</Link>
		</EmptyState>
	);
}
