import styles from './home.module.css';

/** A key or a digest, whole, to be compared and copied. */
export function Digits({ label, value }: { label: string; value: string }) {
	return (
		<div>
			<p className={styles.label}>{label}</p>
			<code className={styles.key}>{value}</code>
		</div>
	);
}
