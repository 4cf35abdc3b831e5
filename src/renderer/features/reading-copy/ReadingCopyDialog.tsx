import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLibrary } from '#renderer/features/library/index.ts';
import {
	isPassphraseSettled,
	PassphraseFields,
	RecordsField,
	recordsChosen,
	SweepResult,
	useSweep,
} from '#renderer/features/packages/index.ts';
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
import { copyBytes, largestCopyBytes, readingCopyForms } from '#shared/domain/reading-copy.ts';
import { message } from '#shared/messages/messages.ts';
import { type CopyDraft, suggestedName } from './copy-draft.ts';
import { PicturesField } from './PicturesField.tsx';
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
		...{ form: 'folder', hasNotes: true, hasPictures: null, withoutIds: [] },
		...{ isEncrypted: false, passphrase: '', passphraseAgain: '' },
		records: selectedIds.length > 1 ? 'selected' : 'all',
	});
	const title = useArchiveStatus()?.title ?? '';
	const { form, hasNotes, isEncrypted, passphrase } = draft;
	const choice = recordsChosen(draft, selectedIds);
	const { readingCopies } = archive.calls;
	const sweep = useSweep({
		sweep: (id) => readingCopies.sweep({ id, choice, hasNotes }),
		stopSweep: readingCopies.stopSweep,
	});
	const set = (change: Partial<CopyDraft>) => {
		setDraft((before) => ({ ...before, ...change }));
		// What is chosen otherwise may hold other names.
		if ('records' in change || 'withoutIds' in change || 'hasNotes' in change) sweep.forget();
	};
	const {
		data: preview,
		error,
		isPlaceholderData: isOld,
	} = useQuery({ ...queries.readingCopies.preview({ choice, hasNotes }), placeholderData: keepPreviousData });
	const hasFound = (sweep.report?.total ?? 0) > 0;
	const withheldNameCount = preview?.withheldNameCount ?? 0;
	const hasPictures = draft.hasPictures ?? preview?.hasPictures ?? false;
	const isTooLarge = preview !== undefined && copyBytes(preview, hasPictures) > largestCopyBytes[form];
	const isReady = preview !== undefined && !isOld && preview.recordCount > 0 && !isTooLarge && !sweep.isRunning;
	const hasKey = !isEncrypted || isPassphraseSettled(draft);

	async function start(): Promise<void> {
		const swept = await sweep.settle(withheldNameCount);
		const path = swept && (await desktop?.chooseSavePath(suggestedName(title, draft)));
		if (!path) return;
		onClose();
		// The system's dialog has asked already where a file has that name.
		const request = { id: newId<JobId>(), path, form, choice, hasNotes, replaces: true };
		const said = draft.hasPictures !== null && { hasPictures: draft.hasPictures };
		const key = isEncrypted && { passphrase };
		await readingCopies.exportTo({ ...request, ...said, ...key, ...swept });
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
						variant={hasFound ? 'danger' : 'primary'}
						isDisabled={!isReady || !hasKey}
						onPress={() => void start().catch(showError)}
					>
						{message(hasFound ? 'package.sweep.anyway' : 'package.export.start')}
					</Button>
				</>
			}
		>
			<div className={styles.fields}>
				<p className={styles.hint}>{message('reading-copy.export.hint')}</p>
				<RecordsField value={draft.records} onChange={set} selectedCount={selectedIds.length} />
				<Select
					label={message('package.export.form')}
					value={form}
					onChange={(next) => set({ form: next })}
					options={readingCopyForms.map((value) => ({ value, label: message(`package.export.form.${value}`) }))}
				/>
				<p className={styles.hint}>
					{message(`reading-copy.export.form-hint.${form}`, { most: formatBytes(largestCopyBytes.file) })}
				</p>
				<Switch isSelected={hasNotes} onChange={(next) => set({ hasNotes: next })}>
					{message('reading-copy.export.notes')}
				</Switch>
				{preview ? (
					<PicturesField preview={preview} isSelected={hasPictures} onChange={(next) => set({ hasPictures: next })} />
				) : null}
				<Switch isSelected={isEncrypted} onChange={(next) => set({ isEncrypted: next })}>
					{message('reading-copy.export.encrypt')}
				</Switch>
				<p className={styles.hint}>
					{message(isEncrypted ? 'reading-copy.export.encrypt-hint' : 'reading-copy.export.open-hint')}
				</p>
				{isEncrypted ? (
					<PassphraseFields draft={draft} set={set} warning={message('reading-copy.export.passphrase-warning')} />
				) : null}
				<div aria-live="polite" aria-busy={preview === undefined || isOld} className={styles.fields}>
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
							{message(form === 'file' ? 'reading-copy.export.too-large-file' : 'reading-copy.export.too-large', {
								most: formatBytes(largestCopyBytes[form]),
							})}
						</p>
					) : null}
				</div>
				<SweepResult sweep={sweep} onLeaveOut={(ids) => set({ withoutIds: [...draft.withoutIds, ...ids] })} />
			</div>
		</Dialog>
	);
}
