import { Link } from '@tanstack/react-router';
import { Waypoints } from 'lucide-react';
import styles from '#renderer/ui/icon-link.module.css';
import { message } from '#shared/messages/messages.ts';

/** The way from a thing to the graph around it. */
export function ShowInGraph({ id }: { id: string }) {
	return (
		<Link to="/graph" search={{ around: id, steps: 1 }} hash={id} hashScrollIntoView={false} className={styles.link}>
			<Waypoints size={14} aria-hidden />
			{message('graph.show')}
		</Link>
	);
}
