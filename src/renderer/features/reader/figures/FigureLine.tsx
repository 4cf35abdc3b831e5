import { ImageOff } from 'lucide-react';
import type { Figure } from '#shared/domain/figure.ts';
import styles from './figures.module.css';

interface FigureLineProps {
	figure: Figure;
	name: string;
	/** Why it is not shown. */
	why: string;
}

/** In place of a picture that cannot be shown: what it is called, why, and where its file says that it is. */
export function FigureLine({ figure: { address }, name, why }: FigureLineProps) {
	return (
		<p className={styles.line}>
			<ImageOff size={14} aria-hidden className={styles.sign} />
			<span>
				<span className={styles.name} dir="auto">
					{name}
				</span>{' '}
				<span className={styles.why}>{why}</span>{' '}
				{address === undefined ? null : (
					<span className={styles.address} dir="ltr">
						{address}
					</span>
				)}
			</span>
		</p>
	);
}
