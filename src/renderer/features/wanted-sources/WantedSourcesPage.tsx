import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { runCommand } from '#renderer/lib/commands.ts';
import { saveCsv } from '#renderer/lib/export-file.ts';
import { narrowWindow, useMediaQuery } from '#renderer/lib/media-query.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ChipFilter } from '#renderer/ui/ChipFilter.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Inspector } from '#renderer/ui/slots.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { sourceStatuses, type WantedSource } from '#shared/domain/wanted-source.ts';
import { message } from '#shared/messages/messages.ts';
import { wantedSourcesTable } from '#shared/tables/wanted-sources-table.ts';
import { SourceDetails } from './SourceDetails.tsx';
import { SourceList } from './SourceList.tsx';
import { filterSources, type SourceFilter } from './source-filter.ts';
import styles from './WantedSourcesPage.module.css';

const filters: readonly SourceFilter[] = ['open', ...sourceStatuses, 'all'];

/** The sources that are cited and not held: a list to work down, and in a reading copy, which has not how far it is, to know. */
export function WantedSourcesPage() {
	const { data: sources, error } = useQuery(queries.wantedSources.list());
	if (error) return <ErrorNotice error={error} />;
	if (!sources) return null;
	if (sources.length === 0)
		return (
			<EmptyState
				isPage
				title={message('sources.title')}
				text={message(readingCopy ? 'sources.empty-copy' : 'sources.empty')}
			/>
		);
	return <LoadedSources sources={sources} />;
}

function LoadedSources({ sources }: { sources: readonly WantedSource[] }) {
	// In the hash, so that choosing is no move to another place: in a narrow window that would close the sheet.
	const chosenId = useLocation({ select: (location) => location.hash }) as RecordId | '';
	const navigate = useNavigate();
	const [filter, setFilter] = useState<SourceFilter>('open');
	const [typed, setTyped] = useState('');
	const isNarrow = useMediaQuery(narrowWindow);
	const details = useRef<HTMLDivElement>(null);
	const shown = useMemo(() => filterSources(sources, filter, typed), [sources, filter, typed]);
	const chosen = sources.find(({ recordId }) => recordId === chosenId);

	function choose(recordId: RecordId): void {
		void navigate({ to: '/wanted-sources', hash: recordId, replace: true });
	}
	/** Where there is no room beside the list, the details come as a sheet. */
	function enter(): void {
		if (isNarrow) runCommand('pane.inspector');
		else details.current?.querySelector<HTMLElement>('button, a[href], input')?.focus();
	}
	return (
		<div className={styles.page}>
			<header className={styles.head}>
				<h1 className={styles.title}>{message('sources.title')}</h1>
				<p role="status" className={styles.count}>
					{message('sources.count', { shown: shown.length, total: sources.length })}
				</p>
				{readingCopy ? null : (
					<Button isDisabled={shown.length === 0} onPress={() => void exportSources(shown).catch(showError)}>
						{message('sources.export')}
					</Button>
				)}
				<div className={styles.narrow}>
					{readingCopy ? null : (
						<ChipFilter
							label={message('sources.status')}
							options={filters.map((each) => ({ value: each, label: message(`sources.filter.${each}`) }))}
							value={filter}
							onChange={setFilter}
						/>
					)}
					<div className={styles.find}>
						<TextField
							label={message('sources.find')}
							isLabelHidden
							placeholder={message('sources.find')}
							value={typed}
							onChange={setTyped}
						/>
					</div>
				</div>
			</header>
			{shown.length === 0 ? (
				<p className={styles.none}>{message('sources.none-pass')}</p>
			) : (
				<SourceList sources={shown} chosenId={chosenId} onChoose={choose} onEnter={enter} />
			)}
			<Inspector>
				<div ref={details}>
					{chosen ? (
						<SourceDetails key={chosen.recordId} source={chosen} />
					) : (
						<p className={styles.none}>{message(readingCopy ? 'sources.choose-copy' : 'sources.choose')}</p>
					)}
				</div>
			</Inspector>
		</div>
	);
}

/** What is shown, as a table; records whose access is not open are left out, and that is said. */
async function exportSources(sources: readonly WantedSource[]): Promise<void> {
	const open = sources.filter(({ isWithheld }) => !isWithheld);
	const isSaved = await saveCsv(message('sources.file-name'), () => wantedSourcesTable(open));
	if (isSaved)
		showToast(message('sources.exported', { exported: open.length, withheld: sources.length - open.length }));
}
