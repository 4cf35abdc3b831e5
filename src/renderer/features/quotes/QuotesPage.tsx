import { useQuery } from '@tanstack/react-query';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { useArchiveStatus, useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { useProfile } from '#renderer/lib/profile.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { useKeysSaid } from '#renderer/lib/shortcuts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu, MenuItem, MenuTrigger } from '#renderer/ui/Menu.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { newId, type QuoteFolderId } from '#shared/domain/ids.ts';
import type { QuoteFolder, QuoteView } from '#shared/domain/quote.ts';
import { message } from '#shared/messages/messages.ts';
import { CitationStyleSelect } from './CitationStyleSelect.tsx';
import { useCitationStyle } from './citation-style.ts';
import { QuoteExportDialog } from './QuoteExportDialog.tsx';
import { QuoteList } from './QuoteList.tsx';
import styles from './QuotesPage.module.css';
import { QuoteTextDialog } from './QuoteTextDialog.tsx';
import { openFolderKey, removeFolder } from './quote-mutations.ts';

const none: QuoteFolder[] = [];

/** Quotations gathered in folders, to be put in order, annotated and written out. */
export function QuotesPage() {
	const [style] = useCitationStyle();
	const { data: folders = none, error, isPending } = useQuery(queries.quotes.list({ style }));
	const archiveId = useArchiveStatus()?.archiveId ?? '';
	const [openId, setOpen] = useProfile<string | null>(openFolderKey(archiveId), null);
	const said = useKeysSaid({ quote: 'quotes.add' });
	if (error) return <ErrorNotice error={error} />;
	if (isPending) return null;
	const folder = folders.find(({ id }) => id === openId) ?? folders[0];
	if (!folder)
		return (
			<EmptyState isPage title={message('quotes.empty.title')} text={message('quotes.empty.text', said)}>
				<ProveButton />
			</EmptyState>
		);
	return <FolderPage folder={folder} folders={folders} onOpen={setOpen} />;
}

/** A card that somebody was sent is checked also where nothing was gathered. */
function ProveButton() {
	return <Button onPress={() => runCommand('quotes.prove')}>{message('command.quotes.prove')}</Button>;
}

type Asking = 'export' | 'new' | 'rename' | { note: QuoteView } | null;

interface FolderPageProps {
	folder: QuoteFolder;
	folders: readonly QuoteFolder[];
	onOpen(id: QuoteFolderId): void;
}

function FolderPage({ folder, folders, onOpen }: FolderPageProps) {
	const isReadOnly = useIsReadOnly();
	const [asking, ask] = useState<Asking>(null);
	return (
		<div className={styles.page}>
			<header className={styles.bar}>
				<h1 className={styles.title}>{message('quotes.title')}</h1>
				<span className={styles.count} role="status">
					{message('quotes.count', { count: folder.quotes.length })}
				</span>
				<ProveButton />
				<Button onPress={() => ask('export')} isDisabled={folder.quotes.length === 0}>
					{message('quotes.export')}
				</Button>
				{isReadOnly ? null : (
					<MenuTrigger>
						<IconButton label={message('quotes.folder-actions')} variant="plain">
							<Ellipsis size={15} aria-hidden />
						</IconButton>
						<Menu aria-label={message('quotes.folder-actions')}>
							<MenuItem onAction={() => ask('new')}>{message('quotes.new-folder')}</MenuItem>
							<MenuItem onAction={() => ask('rename')}>{message('quotes.rename-folder')}</MenuItem>
							<MenuItem onAction={() => void removeFolder(folder.id)}>{message('quotes.remove-folder')}</MenuItem>
						</Menu>
					</MenuTrigger>
				)}
			</header>
			<div className={styles.choices}>
				<Select
					label={message('quotes.folder')}
					value={folder.id}
					onChange={onOpen}
					options={folders.map(({ id, name }) => ({ value: id, label: name }))}
				/>
				<CitationStyleSelect />
			</div>
			<QuoteList folder={folder} isReadOnly={isReadOnly} onEditNote={(note) => ask({ note })} />
			<Question asking={asking} folder={folder} onOpen={onOpen} onClose={() => ask(null)} />
		</div>
	);
}

interface QuestionProps extends Pick<FolderPageProps, 'folder' | 'onOpen'> {
	asking: Asking;
	onClose(): void;
}

function Question({ asking, folder, onOpen, onClose }: QuestionProps) {
	if (asking === null) return null;
	if (asking === 'export') return <QuoteExportDialog folder={folder} onClose={onClose} />;
	if (typeof asking === 'object') {
		const { id, note, revision } = asking.note;
		return (
			<QuoteTextDialog
				title={message('quotes.edit-note')}
				label={message('quotes.note')}
				text={note}
				isLong
				save={(text) => archive.calls.quotes.update({ id, revision, note: text })}
				onClose={onClose}
			/>
		);
	}
	const isNew = asking === 'new';
	return (
		<QuoteTextDialog
			title={message(isNew ? 'quotes.new-folder' : 'quotes.rename-folder')}
			label={message('quotes.folder-name')}
			text={isNew ? '' : folder.name}
			save={async (name) => {
				const { id, revision } = folder;
				if (!isNew) return archive.calls.quotes.renameFolder({ id, name, revision });
				const made = newId<QuoteFolderId>();
				await archive.calls.quotes.addFolder({ id: made, name });
				onOpen(made);
			}}
			onClose={onClose}
		/>
	);
}
