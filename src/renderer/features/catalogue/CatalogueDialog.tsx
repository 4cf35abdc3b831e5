import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { keys } from '#renderer/lib/query-keys.ts';
import { readTextFile } from '#renderer/lib/text-file.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Switch } from '#renderer/ui/Switch.tsx';
import { showError } from '#renderer/ui/toast.ts';
import { catalogueEntries } from '#shared/catalogue/catalogue-entry.ts';
import { type CatalogueTable, readCatalogue } from '#shared/catalogue/catalogue-table.ts';
import type { ColumnUse } from '#shared/catalogue/column-use.ts';
import { type JobId, newId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './CatalogueDialog.module.css';
import { ColumnTable } from './ColumnTable.tsx';
import { PlanList } from './PlanList.tsx';

/** Stands in the frame: brings in what a catalogue says, after showing what each of its rows would do. */
export function CatalogueDialog() {
	const [isOpen, setIsOpen] = useState(false);
	useCommand('catalogue.import', () => setIsOpen(true), !useIsReadOnly());
	return isOpen ? <OpenDialog onClose={() => setIsOpen(false)} /> : null;
}

interface Draft {
	/** Of the job to come, and of the file as it was read now: it may be changed and chosen again. */
	id: JobId;
	fileName: string;
	table: CatalogueTable;
	uses: readonly ColumnUse[];
}

function OpenDialog({ onClose }: { onClose(): void }) {
	const [draft, setDraft] = useState<Draft | null>(null);
	const [replaces, setReplaces] = useState(false);
	const read = useMutation({
		mutationFn: async (file: File) => {
			const table = readCatalogue(await readTextFile(file));
			setDraft({ id: newId<JobId>(), fileName: file.name, table, uses: table.uses });
		},
	});
	const entries = useMemo(() => (draft ? catalogueEntries(draft.table, draft.uses) : []), [draft]);
	const preview = useQuery({
		queryKey: [...keys.catalogue.preview(), draft?.id, draft?.uses, replaces],
		queryFn: () => archive.calls.catalogue.preview({ entries, replaces }),
		enabled: draft !== null,
		// The archive may have changed since.
		gcTime: 0,
	});
	const plans = preview.data ?? [];
	const isUseful = plans.some(({ outcome }) => outcome === 'added' || outcome === 'described');

	function start(): void {
		if (!draft) return;
		const { id, fileName } = draft;
		archive.calls.catalogue.importRows({ id, fileName, entries, replaces }).catch(showError);
		onClose();
	}

	return (
		<Dialog
			title={message('catalogue.title')}
			isOpen
			onClose={onClose}
			size="wide"
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button variant="primary" isDisabled={!isUseful || preview.isFetching} onPress={start}>
						{message('catalogue.import')}
					</Button>
				</>
			}
		>
			<div className={styles.parts}>
				{draft ? null : <p className={styles.hint}>{message('catalogue.text')}</p>}
				<div className={styles.file}>
					<ChooseFile hasFile={draft !== null} onChoose={(file) => read.mutate(file)} />
					{draft ? (
						<span>{message('catalogue.rows', { file: draft.fileName, count: draft.table.rows.length })}</span>
					) : null}
				</div>
				{read.error ? <ErrorNotice error={read.error} /> : null}
				{draft ? (
					<>
						<ColumnTable table={draft.table} uses={draft.uses} onChange={(uses) => setDraft({ ...draft, uses })} />
						<Switch isSelected={replaces} onChange={setReplaces}>
							{message('catalogue.replaces')}
						</Switch>
						<p className={styles.hint}>{message('catalogue.replaces-text')}</p>
						{preview.error ? <ErrorNotice error={preview.error} /> : <PlanList plans={plans} />}
					</>
				) : null}
			</div>
		</Dialog>
	);
}

function ChooseFile({ hasFile, onChoose }: { hasFile: boolean; onChoose(file: File): void }) {
	const input = useRef<HTMLInputElement>(null);
	return (
		<>
			<input
				ref={input}
				type="file"
				hidden
				accept=".csv,.tsv,.txt,.ris,.json"
				aria-label={message('catalogue.choose')}
				onChange={({ currentTarget }) => {
					const [file] = currentTarget.files ?? [];
					if (file) onChoose(file);
					// So that the same file, when it was changed, is a change again.
					currentTarget.value = '';
				}}
			/>
			<Button variant={hasFile ? 'plain' : 'primary'} onPress={() => input.current?.click()}>
				{message(hasFile ? 'catalogue.choose-other' : 'catalogue.choose')}
			</Button>
		</>
	);
}
