import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { Button } from '#renderer/ui/Button.tsx';
import styles from '#renderer/ui/review-page.module.css';
import type { RejectedName } from '#shared/domain/name-suggestion.ts';
import { message } from '#shared/messages/messages.ts';
import { readmitSuggestion } from './suggestion-mutations.ts';

/** Words that were said to be no name, to be offered again. */
export function RejectedList({ rejected }: { rejected: readonly RejectedName[] }) {
	const isReadOnly = useIsReadOnly();
	if (rejected.length === 0) return <p className={styles.none}>{message('names.suggestions.none-rejected')}</p>;
	return (
		<ul aria-label={message('names.suggestions.rejected-list')} className={styles.rejected}>
			{rejected.map((each) => (
				<li key={each.id} className={styles.words}>
					<span className={styles.name} dir="auto">
						{each.text}
					</span>
					{isReadOnly ? null : (
						<Button
							variant="quiet"
							aria-label={message('names.suggestions.readmit-name', { name: each.text })}
							onPress={() => void readmitSuggestion(each)}
						>
							{message('names.suggestions.readmit')}
						</Button>
					)}
				</li>
			))}
		</ul>
	);
}
