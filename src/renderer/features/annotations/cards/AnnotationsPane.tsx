import { StickyNote } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { CardLinksContext, useLinksByAnnotation } from '#renderer/features/links/index.ts';
import { useIsNoteless, useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { useEditionAnnotations } from '#renderer/lib/record-annotations.ts';
import { useKeysSaid } from '#renderer/lib/shortcuts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { Annotation, TextRange } from '#shared/domain/annotation.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { AnnotationId, EditionId, RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { addAnnotation } from '../annotation-mutations.ts';
import { type Thread, threadsOf } from '../annotation-order.ts';
import { startEditing, useWantedCard } from '../annotations-store.ts';
import { RecordExportButton } from '../list/RecordExportButton.tsx';
import { AnnotationCard } from './AnnotationCard.tsx';
import styles from './AnnotationsPane.module.css';
import { CardContext, type CardText } from './card-context.ts';
import { LinkReviews } from './LinkReviews.tsx';
import { useCardWindow } from './use-card-window.ts';
import { useCardsAfterMarks } from './use-cards-after-marks.ts';

interface AnnotationsPaneProps {
	recordId: RecordId;
	/** The edition on the page; null for a record without text. */
	editionId: EditionId | null;
	blocks: readonly StoredBlock[];
	/** The passage at which the page rests: the list follows it. */
	ordinal: number;
	/** The edition that the record shows: the one that people are asked about. */
	shownId: EditionId | null;
	onGoTo(annotation: Annotation): void;
	onShow(range: TextRange): void;
	onFollow(address: string): void;
}

/** All annotations of a record as cards, in the order of its text. */
export function AnnotationsPane(props: AnnotationsPaneProps) {
	const { recordId, editionId, blocks, ordinal, shownId, onGoTo, onShow, onFollow } = props;
	const { annotations: newest, isPending, error } = useEditionAnnotations(recordId, editionId);
	const annotations = useCardsAfterMarks(newest);
	const links = useLinksByAnnotation(recordId);
	const threads = useMemo(() => threadsOf(annotations), [annotations]);
	const wantedId = useWantedCard();
	const wantedAt = threads.findIndex((thread) => holds(thread, wantedId));
	const { start, end, show, before, after } = useCardWindow(threads.length);
	useEffect(() => {
		if (wantedAt >= 0) show(wantedAt);
	}, [wantedAt, show]);
	const list = useRef<HTMLUListElement>(null);
	const said = useKeysSaid({ next: 'passage.next', note: 'annotation.note' });
	useFollowedPosition(list, { threads, ordinal, show });
	const isReadOnly = useIsReadOnly();
	const isNoteless = useIsNoteless();
	const context = useMemo<CardText>(
		() => ({
			...{ editionId, isShown: editionId === shownId, blocks, onGoTo, onShow, onFollow },
			...{ isReadOnly, isNoteless },
		}),
		[editionId, shownId, blocks, onGoTo, onShow, onFollow, isReadOnly, isNoteless],
	);

	async function addToRecord(): Promise<void> {
		const added = await addAnnotation({ recordId, range: null, purpose: 'note' });
		if (added) startEditing(added.id);
	}

	return (
		<CardContext value={context}>
			<div className={styles.pane}>
				<h2 className="visually-hidden">{message('annotations.notes')}</h2>
				{isNoteless ? null : (
					<Button variant="quiet" className={styles.add} onPress={() => void addToRecord()}>
						<StickyNote size={14} aria-hidden />
						{message('annotations.add-to-record')}
					</Button>
				)}
				{newest.length > 0 ? <RecordExportButton recordId={recordId} className={styles.add} /> : null}
				<LinkReviews recordId={recordId} />
				{error && <ErrorNotice error={error} />}
				{newest.length === 0 && !isPending && !error && (
					<p className={styles.empty}>{message('annotations.none-here', said)}</p>
				)}
				<CardLinksContext value={links}>
					<ul ref={list} className={styles.list} aria-label={message('annotations.list')}>
						{start > 0 ? <li ref={before} role="presentation" className={styles.more} /> : null}
						{threads.slice(start, end).map((thread, at) => (
							<li
								key={thread.annotation.id}
								aria-setsize={threads.length}
								aria-posinset={start + at + 1}
								className={styles.entry}
								data-annotation={thread.annotation.id}
							>
								<AnnotationCard thread={thread} />
							</li>
						))}
						{end < threads.length ? <li ref={after} role="presentation" className={styles.more} /> : null}
					</ul>
				</CardLinksContext>
			</div>
		</CardContext>
	);
}

function holds({ annotation, replies }: Thread, id: AnnotationId | null): boolean {
	return id !== null && (annotation.id === id || replies.some((reply) => reply.id === id));
}

/** Brings the first card at or after the reading position into view, unless the person is busy in the list. */
function useFollowedPosition(
	list: React.RefObject<HTMLUListElement | null>,
	{ threads, ordinal, show }: { threads: readonly Thread[]; ordinal: number; show(index: number): void },
): void {
	const latest = useRef(threads);
	latest.current = threads;
	useEffect(() => {
		if (!list.current || list.current.matches(':hover, :focus-within')) return;
		const at = latest.current.findIndex(({ annotation: { place } }) => place && place.endOrdinal >= ordinal);
		const next = latest.current[at];
		if (!next) return;
		show(at);
		// Once it is drawn.
		const frame = requestAnimationFrame(() =>
			list.current?.querySelector(`[data-annotation="${next.annotation.id}"]`)?.scrollIntoView({ block: 'nearest' }),
		);
		return () => cancelAnimationFrame(frame);
	}, [list, ordinal, show]);
}
