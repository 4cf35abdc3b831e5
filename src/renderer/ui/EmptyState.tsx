import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

interface EmptyStateProps {
	title: string;
	text?: string;
	/** Its title is the page's own. */
	isPage?: boolean;
	children?: ReactNode;
}

/** What stands where nothing is yet: what this place is for, and what to do. */
export function EmptyState({ title, text, isPage = false, children }: EmptyStateProps) {
	const Heading = isPage ? 'h1' : 'h2';
	return (
		<div className={styles.empty}>
			<Heading className={styles.title}>{title}</Heading>
			{text ? <p className={styles.text}>{text}</p> : null}
			{children ? <div className={styles.actions}>{children}</div> : null}
		</div>
	);
}
