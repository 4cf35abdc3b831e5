import { useQuery } from '@tanstack/react-query';
import { memo, useCallback, useEffect, useMemo, useState } from 'react';
import { AnnotationsPane, useWantedCard } from '#renderer/features/annotations/index.ts';
import { RecordTab, useFoundDatesCommand } from '#renderer/features/library/index.ts';
import { LinksTab, useLinksView } from '#renderer/features/links/index.ts';
import { ProvenanceTab, useCompareCommand, useNewEditionCommand } from '#renderer/features/provenance/index.ts';
import { useCiteCommand } from '#renderer/features/quotes/index.ts';
import { useKeepCommand, useRememberRecord } from '#renderer/features/reading-list/index.ts';
import { useReceiptCommand } from '#renderer/features/receipts/index.ts';
import { useRecogniseCommand } from '#renderer/features/recognition/index.ts';
import { useTranslationCommands } from '#renderer/features/translations/index.ts';
import { useWithdrawCommand } from '#renderer/features/withdrawals/index.ts';
import { followAddress } from '#renderer/lib/follow-address.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { useRecordAnnotations } from '#renderer/lib/record-annotations.ts';
import { requestRegion } from '#renderer/pages/index.ts';
import { Inspector } from '#renderer/ui/slots.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { type Annotation, placeIn, type TextRange } from '#shared/domain/annotation.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { useReader } from './reader-store.ts';
import { useBesideCommand } from './use-beside-command.ts';

interface ReaderInspectorProps {
	record: RecordDetail;
	edition: Edition | null;
	blocks: readonly StoredBlock[];
	onGoTo(ordinal: number): void;
}

type TabId = 'notes' | 'record' | 'provenance' | 'links';

/** Beside the text: its notes, where it comes from, and what it is linked to. */
export const ReaderInspector = memo(function ReaderInspector({
	record,
	edition,
	blocks,
	onGoTo,
}: ReaderInspectorProps) {
	const { data: links } = useQuery(queries.links.list({ kind: 'record', id: record.id }));
	const [tab, setTab] = useState<TabId>('notes');
	const text = useMemo(
		() => edition && { editionId: edition.id, shownId: record.editionId, blocks },
		[edition, record.editionId, blocks],
	);
	useNewEditionCommand(record);
	const own = useMemo(() => [record.id], [record.id]);
	useRecogniseCommand(own);
	useReceiptCommand(own);
	useWithdrawCommand(own);
	useTranslationCommands(record);
	useCompareCommand(record);
	useFoundDatesCommand(record);
	useCiteCommand(record);
	useBesideCommand(record, edition);
	useKeepCommand(record.id);
	useRememberRecord(record.id);
	return (
		<Inspector>
			<TabOpener onOpen={setTab} />
			<Tabs<TabId>
				selected={tab}
				onSelect={setTab}
				label={message('reader.beside')}
				tabs={[
					{
						id: 'notes',
						title: message('annotations.notes'),
						count: <NoteCount recordId={record.id} />,
						content: <NotesTab record={record} edition={edition} blocks={blocks} onGoTo={onGoTo} />,
					},
					{ id: 'record', title: message('record.tab'), content: <RecordTab record={record} /> },
					{ id: 'provenance', title: message('provenance.tab'), content: <ProvenanceTab record={record} /> },
					{
						id: 'links',
						title: message('links.tab'),
						count: links?.length,
						content: <LinksTab recordId={record.id} title={record.title} text={text} />,
					},
				]}
			/>
		</Inspector>
	);
});

/** Opens the tab of what is asked for. Apart, as the count is: to draw a tab's panel makes the browser lay out the page. */
function TabOpener({ onOpen }: { onOpen(tab: TabId): void }) {
	const wantedCard = useWantedCard();
	useEffect(() => {
		if (wantedCard) onOpen('notes');
	}, [wantedCard, onOpen]);
	const areLinksWanted = useLinksView(({ wantedOrdinal }) => wantedOrdinal !== null);
	useEffect(() => {
		if (areLinksWanted) onOpen('links');
	}, [areLinksWanted, onOpen]);
	return null;
}

function NoteCount({ recordId }: { recordId: RecordId }) {
	const { annotations } = useRecordAnnotations(recordId);
	return annotations.filter(({ replyToId }) => replyToId === null).length || null;
}

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

function NotesTab({ record, edition, blocks, onGoTo }: ReaderInspectorProps) {
	const ordinal = useRestingOrdinal();
	const editionId = edition?.id ?? null;
	const goTo = useCallback(
		(annotation: Annotation) => {
			const range = placeIn(annotation, editionId);
			if (annotation.region) requestRegion(annotation);
			else if (range) onGoTo(range.startOrdinal);
		},
		[editionId, onGoTo],
	);
	const show = useCallback((range: TextRange) => onGoTo(range.startOrdinal), [onGoTo]);
	return (
		<AnnotationsPane
			recordId={record.id}
			editionId={editionId}
			blocks={blocks}
			ordinal={ordinal}
			shownId={record.editionId}
			onGoTo={goTo}
			onShow={show}
			onFollow={followAddress}
		/>
	);
}
