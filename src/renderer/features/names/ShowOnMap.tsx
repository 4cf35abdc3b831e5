import { Link } from '@tanstack/react-router';
import { MapPin } from 'lucide-react';
import styles from '#renderer/ui/icon-link.module.css';
import type { Name } from '#shared/domain/name.ts';
import { message } from '#shared/messages/messages.ts';

/** The way from a place that lies somewhere to where that is. */
export function ShowOnMap({ name: { id, coordinates } }: { name: Name }) {
	if (coordinates.length === 0) return null;
	return (
		<Link to="/map" hash={id} hashScrollIntoView={false} className={styles.link}>
			<MapPin size={14} aria-hidden />
			{message('map.show')}
		</Link>
	);
}
