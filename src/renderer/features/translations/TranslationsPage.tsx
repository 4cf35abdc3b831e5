import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { formatInstant } from '#renderer/lib/format.ts';
import { languageName } from '#renderer/lib/language-name.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { showError } from '#renderer/ui/toast.ts';
import type { Translation } from '#shared/domain/translation.ts';
import { message } from '#shared/messages/messages.ts';
import { SaveAllDialog } from './SaveAllDialog.tsx';
import styles from './TranslationsPage.module.css';
import { bringInTranslation, saveForTranslator } from './translation-store.ts';
import { statusTones } from './translation-words.ts';

const columns = ['title', 'language', 'status', 'since', 'done', 'actions'] as const;

/** What is to be translated, what is out with a translator, and what has come home. */
export function TranslationsPage() {
	const isReadOnly = useIsReadOnly();
	const { data: translations, error } = useQuery(queries.translations.list({}));
	const [isSavingAll, setIsSavingAll] = useState(false);
	useCommand('translations.bring-in', () => bringInTranslation(), !isReadOnly);
	if (error) return <ErrorNotice error={error} />;
	if (!translations) return null;
	const bringIn = isReadOnly ? null : (
		<Button onPress={() => bringInTranslation()}>{message('command.translations.bring-in')}</Button>
	);
	if (translations.length === 0)
		return (
			<EmptyState isPage title={message('translations.title')} text={message('translations.empty')}>
				{bringIn}
			</EmptyState>
		);
	const home = translations.filter(({ status }) => status === 'home').length;
	const going = translations.filter(
		({ status, isWithheld, passageCount }) => status === 'asked' && !isWithheld && passageCount > 0,
	);
	return (
		<div className={styles.page}>
			{isSavingAll && going.length > 0 ? (
				<SaveAllDialog translations={going} onClose={() => setIsSavingAll(false)} />
			) : null}
			<header className={styles.head}>
				<h1 className={styles.title}>{message('translations.title')}</h1>
				<p role="status" className={styles.count}>
					{message('translations.count', { awaited: translations.length - home, home })}
				</p>
				{going.length > 1 ? (
					<Button onPress={() => setIsSavingAll(true)}>{message('translations.save-all')}</Button>
				) : null}
				{bringIn}
			</header>
			<div className={styles.scroll}>
				<table className={styles.table}>
					<thead>
						<tr>
							{columns.map((column) => (
								<th key={column} scope="col" className={styles.heading}>
									{message(`translations.column.${column}`)}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{translations.map((translation) => (
							<Row
								key={`${translation.recordId} ${translation.language}`}
								translation={translation}
								isReadOnly={isReadOnly}
							/>
						))}
					</tbody>
				</table>
			</div>
		</div>
	);
}

function Row({ translation, isReadOnly }: { translation: Translation; isReadOnly: boolean }) {
	const { recordId, title, language, status, statusAt, editionId, translator, isWithheld } = translation;
	const { translatedCount: done, passageCount: total } = translation;
	const asked = { recordId, title, language };
	return (
		<tr>
			<th scope="row" className={styles.name}>
				<Link
					to="/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}"
					params={{ recordId, editionId: editionId ?? undefined, ordinal: undefined, annotationId: undefined }}
					search={{}}
				>
					{title}
				</Link>
			</th>
			<td>{languageName(language)}</td>
			<td>
				<Chip tone={statusTones[status]}>{message(`translations.status.${status}`)}</Chip>
			</td>
			<td>{formatInstant(statusAt)}</td>
			<td>
				{editionId ? [message('translations.done', { done, total }), translator].filter(Boolean).join(' · ') : ''}
			</td>
			<td>
				<div className={styles.actions}>
					{isWithheld || total === 0 ? null : (
						<Button onPress={() => saveForTranslator(asked)}>{message('translations.save')}</Button>
					)}
					{isReadOnly || total === 0 ? null : (
						<Button onPress={() => bringInTranslation(asked)}>{message('translations.bring-in')}</Button>
					)}
					{isReadOnly || status === 'home' ? null : (
						<Button
							onPress={() => archive.calls.translations.stop({ recordIds: [recordId], language }).catch(showError)}
						>
							{message('translations.stop')}
						</Button>
					)}
				</div>
			</td>
		</tr>
	);
}
