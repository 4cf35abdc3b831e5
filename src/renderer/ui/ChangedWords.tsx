import type { Change } from '#shared/text/compare/word-changes.ts';
import styles from './ChangedWords.module.css';

interface ChangedWordsProps {
	changes: readonly Change[];
	/** The wording that is shown, by the kind of change that it alone has. */
	own: 'removed' | 'added';
}

/** One of two wordings, with what the other does not have marked. */
export function ChangedWords({ changes, own }: ChangedWordsProps) {
	const Mark = own === 'removed' ? 'del' : 'ins';
	return changes
		.filter(({ kind }) => kind === 'same' || kind === own)
		.map(({ kind, text }, index) =>
			kind === 'same' ? (
				text
			) : (
				// biome-ignore lint/suspicious/noArrayIndexKey: the parts of a wording are drawn once and never reordered
				<Mark key={index} className={styles[own]}>
					{text}
				</Mark>
			),
		);
}
