import type { ReactNode } from 'react';
import styles from './FormError.module.css';

/** What keeps a form from being sent, said where it stands; nothing for null. */
export function FormError({ children }: { children: ReactNode }) {
	return children === null ? null : (
		<p role="alert" className={styles.error}>
			{children}
		</p>
	);
}
