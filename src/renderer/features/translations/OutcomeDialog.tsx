import { useNavigate } from '@tanstack/react-router';
import { languageName } from '#renderer/lib/language-name.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import styles from '#renderer/ui/dialog-fields.module.css';
import type { TranslationOutcome } from '#shared/domain/translation.ts';
import { message } from '#shared/messages/messages.ts';

/** Longer lists of numbers are cut: the reader shows what is missing. */
const mostLabels = 60;

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
				{wordsOf(outcome).map((words) => (
					<p key={words}>{words}</p>
				))}
				{stray.length === 0 ? null : (
					<>
						<p className={styles.problem}>{message('translations.came.stray', { count: stray.length })}</p>
						<ul>
							{stray.map(({ label, text }) => (
								<li key={`${label} ${text}`} dir="auto">
									[{label}] {text}
								</li>
							))}
						</ul>
					</>
				)}
			</div>
		</Dialog>
	);
}

function wordsOf({ isSame, isOfEarlier, keptCount, blank, repeated, joined }: TranslationOutcome): string[] {
	const labels = (all: readonly string[]) =>
		all.length > mostLabels ? `${all.slice(0, mostLabels).join(', ')} …` : all.join(', ');
	return [
		...(isSame ? [message('translations.came.same')] : []),
		...(isOfEarlier ? [message('translations.came.earlier')] : []),
		...(keptCount > 0 ? [message('translations.came.kept', { count: keptCount })] : []),
		...(blank.length > 0 ? [message('translations.came.blank', { labels: labels(blank) })] : []),
		...(repeated.length > 0 ? [message('translations.came.repeated', { labels: labels(repeated) })] : []),
		...(joined.length > 0
			? [message('translations.came.joined', { labels: labels(joined.map((group) => group.join(' + '))) })]
			: []),
	];
}
