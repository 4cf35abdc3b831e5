import { useQuery } from '@tanstack/react-query';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { runCommand, useAnsweredCommands } from '#renderer/lib/commands.ts';
import { languageName } from '#renderer/lib/language-name.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './TranslationsSection.module.css';
import { statusTones } from './translation-words.ts';

/** What there is of a record in other languages, and what can be done to have more. */
export function TranslationsSection({ record }: { record: RecordDetail }) {
	const isReadOnly = useIsReadOnly() || record.isInBin;
	const answered = useAnsweredCommands();
	const { data: translations = [] } = useQuery({
		...queries.translations.list({ recordId: record.id }),
		enabled: !readingCopy,
	});
	if (readingCopy || (record.editionId === null && translations.length === 0)) return null;
	const commands = (
		['translations.ask', 'translations.save', 'translations.bring-in', 'text.translate'] as const
	).filter((id) => answered.has(id));
	return (
		<section className={styles.section}>
			<h2 className={styles.title}>{message('translations.heading')}</h2>
			{translations.length === 0 ? null : (
				<ul className={styles.list}>
					{translations.map(
						({ language, status, translator, editionId, translatedCount: done, passageCount: total }) => (
							<li key={language}>
								<Chip tone={statusTones[status]}>{message(`translations.status.${status}`)}</Chip>{' '}
								<b>{languageName(language)}</b>
								{editionId
									? ` · ${[translator, message('translations.done', { done, total })].filter(Boolean).join(' · ')}`
									: ''}
							</li>
						),
					)}
				</ul>
			)}
			{isReadOnly && commands.length === 0 ? null : (
				<div className={styles.row}>
					{commands.map((id) => (
						<Button key={id} onPress={() => runCommand(id)}>
							{message(`command.${id}`)}
						</Button>
					))}
				</div>
			)}
		</section>
	);
}
