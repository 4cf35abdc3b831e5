import { Link } from '@tanstack/react-router';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { message } from '#shared/messages/messages.ts';
import styles from './MapPage.module.css';

/** An archive without places: how it comes to have some. */
export function MapEmpty() {
	if (readingCopy)
		return <EmptyState isPage title={message('map.empty.title')} text={message('map.empty.text-copy')} />;
	return (
		<EmptyState isPage title={message('map.empty.title')} text={message('map.empty.text')}>
			<Link to="/names/{-$nameId}">{message('graph.empty.names')}</Link>
			<Link to="/suggested-names">{message('map.empty.suggested')}</Link>
		</EmptyState>
	);
}

/** Nobody said where anything lies, and Lectern does not guess: how it is said. */
export function WithoutCoordinates() {
	return (
		<section className={styles.teach} aria-label={message('map.nowhere.title')}>
			<h2>{message('map.nowhere.title')}</h2>
			<p>{message(readingCopy ? 'map.nowhere.text-copy' : 'map.nowhere.text')}</p>
		</section>
	);
}
