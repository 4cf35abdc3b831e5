import { useQuery } from '@tanstack/react-query';
import { memo, useCallback, useEffect, useState } from 'react';
import { AnnotationsPane } from '#renderer/features/annotations/index.ts';
import { ProvenanceTab } from '#renderer/features/provenance/index.ts';
import { formatAddress } from '#renderer/lib/address.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Inspector } from '#renderer/ui/slots.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { Edition } from '#shared/domain/edition.ts';
import { message } from '#shared/messages/messages.ts';
import { followAddress } from './follow-address.ts';
import { RecordLinks, useLinkCount } from './RecordLinks.tsx';
import { useReader } from './reader-store.ts';
import { recordPath } from './record-path.ts';

interface ReaderInspectorProps {
	record: RecordDetail;
	edition: Edition | null;
	blocks: readonly StoredBlock[];
	archiveId: string;
	onGoTo(ordinal: number): void;
}

/** Beside the text: its notes, where it comes from, and what it is linked to. */
export const ReaderInspector = memo(function ReaderInspector({
	record,
	edition,
	blocks,
	archiveId,
	onGoTo,
}: ReaderInspectorProps) {
	const { data: annotations } = useQuery(queries.annotations.list({ recordId: record.id }));
	const linkCount = useLinkCount(record.id);
	return (
		<Inspector>
			<Tabs
				label={message('reader.beside')}
				tabs={[
					{
						id: 'notes',
						title: message('annotations.notes'),
						count: annotations?.filter(({ replyToId }) => replyToId === null).length,
						content: (
							<NotesTab record={record} edition={edition} blocks={blocks} archiveId={archiveId} onGoTo={onGoTo} />
						),
					},
					{ id: 'provenance', title: message('reader.provenance'), content: <ProvenanceTab record={record} /> },
					{
						id: 'links',
						title: message('reader.links'),
						count: linkCount,
						content: <RecordLinks recordId={record.id} />,
					},
				]}
			/>
		</Inspector>
	);
});

const restMs = 150;

/** The passage at the top of the page, once the page has stopped moving: the cards need not run along. */
function useRestingOrdinal(): number {
	const [resting, setResting] = useState(() => useReader.getState().place.ordinal);
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const stop = useReader.subscribe(({ place }) => {
			clearTimeout(timer);
			timer = setTimeout(() => setResting(place.ordinal), restMs);
		});
		return () => {
			stop();
			clearTimeout(timer);
		};
	}, []);
	return resting;
}

function NotesTab({ record, edition, blocks, archiveId, onGoTo }: ReaderInspectorProps) {
	const ordinal = useRestingOrdinal();
	const editionId = edition?.id ?? null;
	const addressOf = useCallback(
		(at: number) => (editionId ? formatAddress(archiveId, recordPath(record.id, editionId, at)) : ''),
		[archiveId, record.id, editionId],
	);
	const goTo = useCallback(
		({ target }: Annotation) => {
			if (target && target.editionId === editionId) onGoTo(target.startOrdinal);
		},
		[editionId, onGoTo],
	);
	return (
		<AnnotationsPane
			recordId={record.id}
			title={record.title}
			editionId={editionId}
			blocks={blocks}
			ordinal={ordinal}
			addressOf={addressOf}
			onGoTo={goTo}
			onFollow={followAddress}
		/>
	);
}
