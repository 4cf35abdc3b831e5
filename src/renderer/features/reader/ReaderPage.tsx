import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { useProfile } from '#renderer/lib/profile.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { useArrival } from '#renderer/lib/use-arrival.ts';
import { useFilters } from '#renderer/search/index.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import type { TextOpening } from '#shared/domain/text-outline.ts';
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

function EditionPage(props: EditionPageProps) {
	const { record, editionId } = props;
	const { ordinal } = useParams({ strict: false });
	const keptOrdinal = keptIn(props)?.ordinal;
	const [firstOrdinal] = useState(() => namedOrdinal(ordinal) ?? keptOrdinal ?? 0);
	const { data, error, refetch } = useQuery(queries.editions.opening({ id: editionId, ordinal: firstOrdinal }));
	const edition = record.editions.find(({ id }) => id === editionId);
	if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
	if (!data || !edition) return <Opening />;
	return <OpenedPage {...props} edition={edition} opening={data} />;
}

function OpenedPage(props: EditionPageProps & { edition: Edition; opening: TextOpening }) {
	const { record, edition, opening, archiveId, query } = props;
	const arriving = useArrival(edition.id, opening);
	const { ordinal, annotationId } = useParams({ strict: false });
	const named = namedOrdinal(ordinal);
	if (arriving.error) return <ErrorNotice error={arriving.error} onRetry={arriving.retry} />;
	return (
		<TextPage
			record={record}
			edition={edition}
			arriving={arriving}
			archiveId={archiveId}
			namedOrdinal={named !== null && named in opening.outline.kinds ? named : null}
			annotationId={annotationId ?? null}
			kept={keptIn(props)}
			query={query}
		/>
	);
}

/** Where this edition was left. */
function keptIn({ kept, editionId }: EditionPageProps): KeptPlace | null {
	return kept?.editionId === editionId ? kept : null;
}

function namedOrdinal(part: string | undefined): number | null {
	return part !== undefined && /^\d+$/.test(part) ? Number(part) : null;
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
