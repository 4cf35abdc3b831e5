import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** What stands where nothing is yet: what this place is for, and what to do. */
export function EmptyState({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
	return (
		<div className={styles.empty}>
			<h2 className={styles.title}>{title}</h2>
			{text ? <p className={styles.text}>{text}</p> : null}
			{children ? <div className={styles.actions}>{children}</div> : null}
		</div>
	);
}
