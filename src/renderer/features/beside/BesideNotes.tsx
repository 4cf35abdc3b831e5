import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { AnnotationsPane } from '#renderer/features/annotations/index.ts';
import { placeAtTop } from '#renderer/features/reader/index.ts';
import { followAddress } from '#renderer/lib/follow-address.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Inspector } from '#renderer/ui/slots.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { placeIn } from '#shared/domain/annotation.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { type BesideSide, besideSides } from './chosen-words.ts';
import type { DrawnPair, DrawnText } from './drawn-text.ts';

interface BesideNotesProps {
	texts: DrawnPair;
	/** Whose notes are shown. */
	shown: BesideSide;
	onShow(side: BesideSide): void;
	onGoTo(side: BesideSide, ordinal: number): void;
}

/** The third pane: the notes on either text; of one record there is one list. */
export function BesideNotes({ texts, shown, onShow, onGoTo }: BesideNotesProps) {
	const isOneRecord = texts.first.recordId === texts.second.recordId;
	const counts = {
		first: useNoteCount(texts.first.recordId),
		second: useNoteCount(texts.second.recordId),
	};
	const notesOf = (side: BesideSide) => (
		<SideNotes key={texts[side].editionId} text={texts[side]} onGoTo={(ordinal) => onGoTo(side, ordinal)} />
	);
	return (
		<Inspector>
			<Tabs<BesideSide>
				selected={shown}
				onSelect={onShow}
				label={message('annotations.notes')}
				tabs={(isOneRecord ? [shown] : besideSides).map((side) => ({
					id: side,
					title: message(isOneRecord ? 'annotations.notes' : `beside.${side}`),
					count: counts[side],
					content: notesOf(side),
				}))}
			/>
		</Inspector>
	);
}

function useNoteCount(recordId: RecordId): number | undefined {
	const { data } = useQuery(queries.annotations.list({ recordId }));
	return data?.filter(({ replyToId }) => replyToId === null).length;
}

function SideNotes({ text, onGoTo }: { text: DrawnText; onGoTo(ordinal: number): void }) {
	const { record, editionId, blocks } = text;
	const ordinal = useRestingOrdinal(text);
	return (
		<AnnotationsPane
			recordId={record.id}
			editionId={editionId}
			blocks={blocks}
			ordinal={ordinal}
			shownId={record.editionId}
			onGoTo={(annotation) => {
				const range = placeIn(annotation, editionId);
				if (range) onGoTo(range.startOrdinal);
			}}
			onShow={(range) => onGoTo(range.startOrdinal)}
			onFollow={followAddress}
		/>
	);
}

const restMs = 150;

/** The passage at the top of a text, once it has stopped moving: the cards need not run along. */
function useRestingOrdinal({ root, dom }: DrawnText): number {
	const [ordinal, setOrdinal] = useState(0);
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const rest = () => {
			clearTimeout(timer);
			timer = setTimeout(() => setOrdinal(placeAtTop(root, dom, 'passage')?.ordinal ?? 0), restMs);
		};
		rest();
		root.addEventListener('scroll', rest, { passive: true });
		return () => {
			clearTimeout(timer);
			root.removeEventListener('scroll', rest);
		};
	}, [root, dom]);
	return ordinal;
}
