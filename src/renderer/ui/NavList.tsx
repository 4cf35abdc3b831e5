import type { ReactNode } from 'react';
import { formatNumber } from '#renderer/lib/format.ts';
import styles from './NavList.module.css';

interface NavSectionProps {
	title: string;
	/** A small control beside the title. */
	action?: ReactNode;
	/** In a `NavSection`, `NavEntry` elements. */
	children: ReactNode;
}

/** A titled list of places in the navigation: the archive's, a document's contents, its editions. */
export function NavSection({ children, ...head }: NavSectionProps) {
	return (
		<NavTitled {...head}>
			<ul>{children}</ul>
		</NavTitled>
	);
}

/** The same for what is no plain list. */
export function NavTitled({ title, action, children }: NavSectionProps) {
	return (
		<nav aria-label={title}>
			<div className={styles.head}>
				<h2 className={styles.title}>{title}</h2>
				{action}
			</div>
			{children}
		</nav>
	);
}

interface NavEntryProps {
	/** A link or button that fills the row; the current one carries `aria-current`. */
	children: ReactNode;
	count?: number | undefined;
	/** A small control at the end, shown on hover and focus. */
	action?: ReactNode;
	/** Steps of indentation. */
	depth?: 0 | 1 | 2 | 3;
}

export function NavEntry({ children, count, action, depth = 0 }: NavEntryProps) {
	return (
		<li className={styles.entry} data-depth={depth}>
			{children}
			{count === undefined ? null : <span className={styles.count}>{formatNumber(count)}</span>}
			{action ? <span className={styles.action}>{action}</span> : null}
		</li>
	);
}
