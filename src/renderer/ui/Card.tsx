import type { ReactNode } from 'react';
import styles from './Card.module.css';
import { classes } from './classes.ts';

export type CardTone = 'plain' | 'note' | 'claim' | 'evidence' | 'dispute' | 'question' | 'warn';

interface CardProps {
	/** Colours the edge at the start. */
	tone?: CardTone;
	/** Lifted: the one that the text or the pointer is at. */
	isActive?: boolean;
	className?: string | undefined;
	children: ReactNode;
}

export function Card({ tone = 'plain', isActive = false, className, children }: CardProps) {
	return <div className={classes(styles.card, styles[tone], isActive && styles.active, className)}>{children}</div>;
}
