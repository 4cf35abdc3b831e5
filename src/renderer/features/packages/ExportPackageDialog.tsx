import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLibrary } from '#renderer/features/library/index.ts';
import { archive } from '#renderer/lib/archive.ts';
import { useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { showError } from '#renderer/ui/toast.ts';
import { type JobId, newId } from '#shared/domain/ids.ts';
import { packageForms, packageProfiles } from '#shared/domain/package.ts';
import { message } from '#shared/messages/messages.ts';
import { KeyFields } from './KeyFields.tsx';
import { PackageContents } from './PackageContents.tsx';
import { choiceOf, emptyDraft, keyOf, type PackageDraft, partBytesOf, suggestedName } from './package-draft.ts';
import styles from './packages.module.css';
import { RecordsField } from './RecordsField.tsx';
import { SweepResult } from './SweepResult.tsx';
import { useSweep } from './use-sweep.ts';

/** Asks what goes into a package, for whom and in which form, and shows what would go and what would stay. */
export function ExportPackageDialog({ onClose }: { onClose(): void }) {
	const selectedIds = [...useLibrary(({ selectedIds }) => selectedIds)];
	const [draft, setDraft] = useState<PackageDraft>({
		...emptyDraft,
		records: selectedIds.length > 1 ? 'selected' : 'all',
	});
	const { form, profile } = draft;
	const choice = choiceOf(draft, selectedIds);
	const { packages } = archive.calls;
	const sweep = useSweep({ sweep: (id) => packages.sweep({ id, choice }), stopSweep: packages.stopSweep });
	const set = (change: Partial<PackageDraft>) => {
		setDraft((before) => ({ ...before, ...change }));
		// Another choice may hold other names.
		if ('records' in change || 'profile' in change || 'withoutIds' in change) sweep.forget();
	};
	const { data: preview } = useQuery(queries.packages.preview({ choice, profile }));
	const title = useArchiveStatus()?.title ?? '';
	const key = form === 'encrypted' ? keyOf(draft) : null;
	const isReady = (form !== 'encrypted' || key !== null) && preview !== undefined && !sweep.isRunning;

	const hasFound = (sweep.report?.total ?? 0) > 0;

	async function start(): Promise<void> {
		const swept = await sweep.settle(preview?.withheldNameCount ?? 0);
		const path = swept && (await desktop?.chooseSavePath(suggestedName(title, form)));
		if (!path) return;
		onClose();
		// The system's dialog has asked already where a file has that name.
		const request = { id: newId<JobId>(), path, form, choice, profile, key, replaces: true };
		const partBytes = partBytesOf(draft);
		await packages.exportTo({ ...request, ...swept, ...(partBytes !== undefined && { partBytes }) });
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
					<Button
						variant={hasFound ? 'danger' : 'primary'}
						isDisabled={!isReady}
						onPress={() => void start().catch(showError)}
					>
						{message(hasFound ? 'package.sweep.anyway' : 'package.export.start')}
					</Button>
				</>
			}
		>
			<div className={styles.fields}>
				<p className={styles.hint}>{message('package.export.hint')}</p>
				<RecordsField value={draft.records} onChange={set} selectedCount={selectedIds.length} />
				<Select
					label={message('package.export.profile')}
					value={profile}
					onChange={(chosen) => set({ profile: chosen })}
					options={packageProfiles.map((value) => ({ value, label: message(`package.export.profile.${value}`) }))}
				/>
				<Select
					label={message('package.export.form')}
					value={form}
					onChange={(chosen) => set({ form: chosen })}
					options={packageForms.map((value) => ({ value, label: message(`package.export.form.${value}`) }))}
				/>
				<Select
					label={message('package.export.parts')}
					value={draft.parts}
					onChange={(parts) => set({ parts })}
					options={(['medium', 'fat', 'half', 'disc'] as const).map((value) => ({
						value,
						label: message(`package.export.parts.${value}`),
					}))}
				/>
				{draft.parts === 'medium' ? null : <p className={styles.hint}>{message('package.export.parts-hint')}</p>}
				{profile === 'whole' && (preview?.leftOut.givers || draft.withGivers) ? (
					<Checkbox isSelected={draft.withGivers} onChange={(withGivers) => set({ withGivers })}>
						{message('package.export.givers')}
					</Checkbox>
				) : null}
				{form === 'encrypted' ? <KeyFields draft={draft} set={set} /> : null}
				<PackageContents choice={choice} profile={profile} />
				<SweepResult sweep={sweep} onLeaveOut={(ids) => set({ withoutIds: [...draft.withoutIds, ...ids] })} />
			</div>
		</Dialog>
	);
}
