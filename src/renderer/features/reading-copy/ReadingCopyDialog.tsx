import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLibrary } from '#renderer/features/library/index.ts';
import { archive } from '#renderer/lib/archive.ts';
import { useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { formatBytes } from '#renderer/lib/format.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { Switch } from '#renderer/ui/Switch.tsx';
import { showError } from '#renderer/ui/toast.ts';
import { type JobId, newId } from '#shared/domain/ids.ts';
import { largestCopyBytes, readingCopyForms } from '#shared/domain/reading-copy.ts';
import { message } from '#shared/messages/messages.ts';
import { type CopiedRecords, type CopyDraft, choiceOf, suggestedName } from './copy-draft.ts';
import styles from './reading-copy.module.css';

/** Answers the command that writes a reading copy, which is a folder or file of this machine. */
export function ReadingCopyDialog() {
	const [isShown, setIsShown] = useState(false);
	useCommand('reading-copy.export', () => setIsShown(true), desktop !== undefined);
	return isShown ? <Asking onClose={() => setIsShown(false)} /> : null;
}

/** Asks which records go, in which form, and shows what would go and what would stay. */
function Asking({ onClose }: { onClose(): void }) {
	const selectedIds = [...useLibrary(({ selectedIds }) => selectedIds)];
	const [draft, setDraft] = useState<CopyDraft>({
		...{ form: 'folder', hasNotes: true },
		records: selectedIds.length > 1 ? 'selected' : 'all',
	});
	const set = (change: Partial<CopyDraft>) => setDraft((before) => ({ ...before, ...change }));
	const title = useArchiveStatus()?.title ?? '';
	const { form, hasNotes } = draft;
	const choice = choiceOf(draft, selectedIds);
	const { data: preview, error } = useQuery(queries.readingCopies.preview({ choice, hasNotes }));
	const isTooLarge = (preview?.textBytes ?? 0) > largestCopyBytes;

	async function start(): Promise<void> {
		const path = await desktop?.chooseSavePath(suggestedName(title, form));
		if (!path) return;
		onClose();
		// The system's dialog has asked already where a file has that name.
		await archive.calls.readingCopies.exportTo({ id: newId<JobId>(), path, form, choice, hasNotes, replaces: true });
	}

	return (
		<Dialog
			title={message('reading-copy.export.title')}
			isOpen
			onClose={onClose}
			size="wide"
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button
						variant="primary"
						isDisabled={preview === undefined || isTooLarge || preview.recordCount === 0}
						onPress={() => void start().catch(showError)}
					>
						{message('package.export.start')}
					</Button>
				</>
			}
		>
			<div className={styles.fields}>
				<p className={styles.hint}>{message('reading-copy.export.hint')}</p>
				<RecordsField
					value={draft.records}
					onChange={(records) => set({ records })}
					selectedCount={selectedIds.length}
				/>
				<Select
					label={message('package.export.form')}
					value={form}
					onChange={(next) => set({ form: next })}
					options={readingCopyForms.map((value) => ({ value, label: message(`package.export.form.${value}`) }))}
				/>
				{form === 'zip' ? <p className={styles.hint}>{message('reading-copy.export.zip-hint')}</p> : null}
				<Switch isSelected={hasNotes} onChange={(next) => set({ hasNotes: next })}>
					{message('reading-copy.export.notes')}
				</Switch>
				<div aria-live="polite" aria-busy={preview === undefined} className={styles.fields}>
					{error ? <ErrorNotice error={error} /> : null}
					{preview ? (
						<>
							<p>
								{message('reading-copy.readme.contents', {
									records: preview.recordCount,
									passages: preview.passageCount,
									notes: preview.annotationCount,
								})}{' '}
								{message('reading-copy.export.size', { size: formatBytes(preview.textBytes) })}
							</p>
							<p>
								{message('reading-copy.readme.stays', {
									originals: preview.originalCount,
									closed: preview.closedCount,
								})}
							</p>
						</>
					) : null}
					{isTooLarge ? (
						<p role="alert" className={styles.warning}>
							{message('reading-copy.export.too-large', { most: formatBytes(largestCopyBytes) })}
						</p>
					) : null}
				</div>
			</div>
		</Dialog>
	);
}

interface RecordsFieldProps {
	value: CopiedRecords;
	onChange(records: CopiedRecords): void;
	selectedCount: number;
}

function RecordsField({ value, onChange, selectedCount }: RecordsFieldProps) {
	const { data: collections = [] } = useQuery(queries.collections.list());
	const selected = { value: 'selected', label: message('package.export.records.selected', { count: selectedCount }) };
	return (
		<Select<CopiedRecords>
			label={message('package.export.records')}
			value={value}
			onChange={onChange}
			options={[
				{ value: 'all', label: message('package.export.records.all') },
				...(selectedCount > 0 ? [selected as { value: 'selected'; label: string }] : []),
				...collections.map(({ id, name }) => ({
					value: id,
					label: message('package.export.records.collection', { name }),
				})),
			]}
		/>
	);
}
