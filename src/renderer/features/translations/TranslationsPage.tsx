import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { formatInstant } from '#renderer/lib/format.ts';
import { languageName } from '#renderer/lib/language-name.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu, MenuItem, MenuTrigger } from '#renderer/ui/Menu.tsx';
import page from '#renderer/ui/review-page.module.css';
import { showError } from '#renderer/ui/toast.ts';
import { mayGoOut, type Translation } from '#shared/domain/translation.ts';
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
	const [saving, setSaving] = useState<readonly Translation[] | null>(null);
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
	const going = translations.filter((translation) => translation.status === 'asked' && mayGoOut(translation));
	return (
		<div className={page.page}>
			{saving ? <SaveAllDialog translations={saving} onClose={() => setSaving(null)} /> : null}
			<header className={page.head}>
				<h1 className={page.title}>{message('translations.title')}</h1>
				<p role="status" className={classes(page.count, styles.count)}>
					{message('translations.count', { awaited: translations.length - home, home })}
				</p>
				{going.length > 1 ? <Button onPress={() => setSaving(going)}>{message('translations.save-all')}</Button> : null}
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
	const { recordId, title, language, status, statusAt, editionId, translator } = translation;
	const { translatedCount: done, passageCount: total } = translation;
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
				<Actions translation={translation} isReadOnly={isReadOnly} />
			</td>
		</tr>
	);
}

interface Action {
	key: 'save' | 'bring-in' | 'stop';
	run(): void;
}

/** What comes next as a button, the rest in a menu: a list of forty has forty rows of one height. */
function Actions({ translation, isReadOnly }: { translation: Translation; isReadOnly: boolean }) {
	const { title, status } = translation;
	const actions = actionsOf(translation, isReadOnly);
	const next = actions.find(({ key }) => key === (status === 'sent' ? 'bring-in' : 'save')) ?? actions[0];
	const rest = actions.filter((action) => action !== next);
	const label = message('translations.actions', { title });
	return (
		<div className={styles.actions}>
			{next ? <Button onPress={next.run}>{message(`translations.${next.key}`)}</Button> : null}
			{rest.length > 0 ? (
				<MenuTrigger>
					<IconButton label={label}>
						<Ellipsis size={16} />
					</IconButton>
					<Menu aria-label={label}>
						{rest.map(({ key, run }) => (
							<MenuItem key={key} onAction={run}>
								{message(`translations.${key}`)}
							</MenuItem>
						))}
					</Menu>
				</MenuTrigger>
			) : null}
		</div>
	);
}

function actionsOf(translation: Translation, isReadOnly: boolean): Action[] {
	const { recordId, title, language, status, passageCount } = translation;
	const asked = { recordId, title, language };
	const hasText = passageCount > 0;
	return [
		...(mayGoOut(translation) ? [{ key: 'save', run: () => saveForTranslator(asked) } as const] : []),
		...(hasText && !isReadOnly ? [{ key: 'bring-in', run: () => bringInTranslation(asked) } as const] : []),
		...(!isReadOnly && status !== 'home' ? [{ key: 'stop', run: () => takeOff(translation) } as const] : []),
	];
}

function takeOff({ recordId, language }: Translation): void {
	archive.calls.translations.stop({ recordIds: [recordId], language }).catch(showError);
}
