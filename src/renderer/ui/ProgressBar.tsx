import { ProgressBar as AriaProgressBar } from 'react-aria-components';
import styles from './ProgressBar.module.css';

/** `total` 0 means that the end is not known yet. */
export function ProgressBar({ label, done, total }: { label: string; done: number; total: number }) {
	return (
		<AriaProgressBar
			aria-label={label}
			value={done}
			maxValue={Math.max(total, 1)}
			isIndeterminate={total === 0}
			className={styles.bar ?? ''}
		>
			<progress aria-hidden className={styles.track} {...(total === 0 ? {} : { value: done, max: total })} />
		</AriaProgressBar>
	);
}
