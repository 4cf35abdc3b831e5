import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { useProfile } from '#renderer/lib/profile.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { useFilters } from '#renderer/search/index.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import type { SearchQuery } from '#shared/search/search-query.ts';
import { HitBar } from './HitBar.tsx';
import styles from './ReaderPage.module.css';
import { RecordWithoutText } from './RecordWithoutText.tsx';
import { TextPage } from './TextPage.tsx';
import { type KeptPlace, placeKey } from './use-reading-place.ts';

/** One record, at the place that the address names. */
export function ReaderPage() {
	const { recordId } = useParams({ strict: false }) as { recordId: RecordId };
	const { data: record, error, refetch } = useQuery(queries.records.get({ id: recordId }));
	const query = useAskedQuery();
	const { hit } = useSearch({ strict: false }) as { hit?: number };
	if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
	const page = record ? <RecordPage key={recordId} record={record} query={query} /> : <Opening />;
	if (hit === undefined) return page;
	return (
		<HitBar query={query} position={hit}>
			{page}
		</HitBar>
	);
}

function RecordPage({ record, query }: { record: RecordDetail; query: SearchQuery }) {
	const params = useParams({ strict: false });
	const archiveId = useArchiveStatus()?.archiveId;
	const key = placeKey(archiveId ?? '', record.id);
	const [kept, , isLoaded] = useProfile<KeptPlace | null>(key, null);
	const editionId = editionToShow(record, params.editionId as EditionId | undefined, kept);
	if (!editionId) return <RecordWithoutText record={record} archiveId={archiveId ?? ''} query={query} />;
	if (!isLoaded || !archiveId) return <Opening />;
	return <EditionPage key={editionId} {...{ record, editionId, archiveId, kept, query }} />;
}

/** What the address names, else what was read last, unless the record shows another since; else the newest. */
function editionToShow(
	{ editions, editionId }: RecordDetail,
	named: EditionId | undefined,
	kept: KeptPlace | null,
): EditionId | null {
	const has = (id: EditionId | undefined) => id !== undefined && editions.some((edition) => edition.id === id);
	if (has(named)) return named ?? null;
	const isOld = kept?.shownId !== undefined && kept.shownId !== editionId;
	return !isOld && has(kept?.editionId) ? (kept?.editionId ?? null) : editionId;
}

interface EditionPageProps {
	record: RecordDetail;
	editionId: EditionId;
	archiveId: string;
	kept: KeptPlace | null;
	query: SearchQuery;
}

function EditionPage({ record, editionId, archiveId, kept, query }: EditionPageProps) {
	const { data: blocks, error, refetch } = useQuery(queries.editions.blocks({ id: editionId }));
	const { ordinal, annotationId } = useParams({ strict: false });
	const edition = record.editions.find(({ id }) => id === editionId);
	if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
	if (!blocks || !edition) return <Opening />;
	const number = Number(ordinal);
	return (
		<TextPage
			record={record}
			edition={edition}
			blocks={blocks}
			archiveId={archiveId}
			namedOrdinal={ordinal !== undefined && blocks[number] ? number : null}
			annotationId={annotationId ?? null}
			kept={kept?.editionId === editionId ? kept : null}
			query={query}
		/>
	);
}

/** The search that led here, as the address has it. */
function useAskedQuery(): SearchQuery {
	const { q = '' } = useSearch({ strict: false }) as { q?: string };
	const filters = useFilters();
	return useMemo(() => ({ text: q, ...filters }), [q, filters]);
}

function Opening() {
	return (
		<p role="status" className={styles.opening}>
			{message('place.loading')}
		</p>
	);
}
