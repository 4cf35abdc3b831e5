import { useNavigate } from '@tanstack/react-router';
import { languageName } from '#renderer/lib/language-name.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import styles from '#renderer/ui/dialog-fields.module.css';
import type { TranslationOutcome } from '#shared/domain/translation.ts';
import { message } from '#shared/messages/messages.ts';
import { outcomeWords, strayLines } from '#shared/messages/outcome-words.ts';

/** Accounts for every row of a file that came home. */
export function OutcomeDialog({ outcome, onClose }: { outcome: TranslationOutcome; onClose(): void }) {
	const navigate = useNavigate();
	const { recordId, title, language, edition, translatedCount: done, passageCount: total, stray } = outcome;
	function read(): void {
		onClose();
		void navigate({
			to: '/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}',
			params: { recordId, editionId: edition.id, ordinal: undefined, annotationId: undefined },
		});
	}
	return (
		<Dialog
			title={message('translations.came', { title })}
			isOpen
			onClose={onClose}
			actions={
				<>
					<Button onPress={onClose}>{message('translations.close')}</Button>
					<Button variant="primary" onPress={read}>
						{message('translations.came.read')}
					</Button>
				</>
			}
		>
			<div className={styles.fields}>
				<p>
					{languageName(language)}: {message('translations.done', { done, total })}
				</p>
				{outcomeWords(outcome).map((words) => (
					<p key={words}>{words}</p>
				))}
				{stray.length === 0 ? null : (
					<>
						<p className={styles.problem}>{message('translations.came.stray', { count: stray.length })}</p>
						<ul>
							{strayLines(outcome).map((line, at) => (
								// biome-ignore lint/suspicious/noArrayIndexKey: two rows may say the same
								<li key={at} dir="auto">
									{line}
								</li>
							))}
						</ul>
					</>
				)}
			</div>
		</Dialog>
	);
}
