import { Link } from '@tanstack/react-router';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { keysSaid } from '#renderer/lib/shortcuts.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { message } from '#shared/messages/messages.ts';

/** How things come to be joined, with the ways to where that is done. */
export function EmptyGraph() {
	if (readingCopy)
		return <EmptyState isPage title={message('graph.empty.title')} text={message('graph.empty.text-copy')} />;
	return (
		<EmptyState
			isPage
			title={message('graph.empty.title')}
			text={message('graph.empty.text', keysSaid({ link: 'annotation.link' }))}
		>
			<Link to="/library">{message('graph.empty.library')}</Link>
			<Link to="/names/{-$nameId}">{message('graph.empty.names')}</Link>
			<Link to="/chronology">{message('graph.empty.events')}</Link>
		</EmptyState>
	);
}
