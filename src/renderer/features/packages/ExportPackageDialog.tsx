import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLibrary } from '#renderer/features/library/index.ts';
import { archive } from '#renderer/lib/archive.ts';
import { useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { showError } from '#renderer/ui/toast.ts';
import { type JobId, newId } from '#shared/domain/ids.ts';
import { packageForms, packageProfiles } from '#shared/domain/package.ts';
import { message } from '#shared/messages/messages.ts';
import { KeyFields } from './KeyFields.tsx';
import { PackageContents } from './PackageContents.tsx';
import { choiceOf, emptyDraft, keyOf, type PackageDraft, suggestedName } from './package-draft.ts';
import styles from './packages.module.css';

/** Asks what goes into a package, for whom and in which form, and shows what would go and what would stay. */
export function ExportPackageDialog({ onClose }: { onClose(): void }) {
	const selectedIds = [...useLibrary(({ selectedIds }) => selectedIds)];
	const [draft, setDraft] = useState<PackageDraft>({
		...emptyDraft,
		records: selectedIds.length > 1 ? 'selected' : 'all',
	});
	const set = (change: Partial<PackageDraft>) => setDraft((before) => ({ ...before, ...change }));
	const title = useArchiveStatus()?.title ?? '';
	const key = draft.form === 'encrypted' ? keyOf(draft) : null;
	const isReady = draft.form !== 'encrypted' || key !== null;

	async function start(): Promise<void> {
		const { form, profile } = draft;
		const path = await desktop?.chooseSavePath(suggestedName(title, form));
		if (!path) return;
		onClose();
		const choice = choiceOf(draft, selectedIds);
		// The system's dialog has asked already where a file has that name.
		await archive.calls.packages.exportTo({ id: newId<JobId>(), path, form, choice, profile, key, replaces: true });
	}

	return (
		<Dialog
			title={message('package.export.title')}
			isOpen
			onClose={onClose}
			size="wide"
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button variant="primary" isDisabled={!isReady} onPress={() => void start().catch(showError)}>
						{message('package.export.start')}
					</Button>
				</>
			}
		>
			<div className={styles.fields}>
				<p className={styles.hint}>{message('package.export.hint')}</p>
				<RecordsField draft={draft} set={set} selectedCount={selectedIds.length} />
				<Select
					label={message('package.export.profile')}
					value={draft.profile}
					onChange={(profile) => set({ profile })}
					options={packageProfiles.map((value) => ({ value, label: message(`package.export.profile.${value}`) }))}
				/>
				<Select
					label={message('package.export.form')}
					value={draft.form}
					onChange={(form) => set({ form })}
					options={packageForms.map((value) => ({ value, label: message(`package.export.form.${value}`) }))}
				/>
				{draft.form === 'encrypted' ? <KeyFields draft={draft} set={set} /> : null}
				<PackageContents choice={choiceOf(draft, selectedIds)} profile={draft.profile} />
			</div>
		</Dialog>
	);
}

interface RecordsFieldProps {
	draft: PackageDraft;
	set(change: Partial<PackageDraft>): void;
	selectedCount: number;
}

function RecordsField({ draft, set, selectedCount }: RecordsFieldProps) {
	const { data: collections = [] } = useQuery(queries.collections.list());
	return (
		<Select<PackageDraft['records']>
			label={message('package.export.records')}
			value={draft.records}
			onChange={(records) => set({ records })}
			options={[
				{ value: 'all', label: message('package.export.records.all') },
				...(selectedCount > 0
					? [
							{
								value: 'selected' as const,
								label: message('package.export.records.selected', { count: selectedCount }),
							},
						]
					: []),
				...collections.map(({ id, name }) => ({
					value: id,
					label: message('package.export.records.collection', { name }),
				})),
			]}
		/>
	);
}
