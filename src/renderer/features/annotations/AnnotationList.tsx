// biome-ignore-all lint/a11y/useSemanticElements: list elements cannot be placed row by row, so the roles are said outright
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current row (aria-activedescendant)
import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, memo, useEffect, useRef, useState } from 'react';
import { useSelectAll } from '#renderer/lib/select-all.ts';
import { askedRow, type MenuPoint } from '#renderer/ui/context-menu.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './AnnotationList.module.css';
import { AnnotationRow, rowDomId } from './AnnotationRow.tsx';
import { type AnnotationSelection, useListKeys } from './list/annotation-selection.ts';
import { RowMenu } from './list/RowMenu.tsx';

interface AnnotationListProps {
	annotations: readonly Annotation[];
	titles: ReadonlyMap<RecordId, string>;
	selection: AnnotationSelection;
	onOpen(annotation: Annotation): void;
	/** Takes away this one or, without any, what is chosen. */
	onRemove(annotation?: Annotation): void;
}

const rowHeightPx = 92;
const rowsBeyond = 6;

/**
 * Only the rows in view exist in the document, so that ten thousand cost what ten do; the list itself has the focus and
 * points at its current row. Arrows move, Enter or a click opens at the passage; Space and the boxes choose, with Shift
 * all up to there, Ctrl+A everything that is shown.
 */
export const AnnotationList = memo(function AnnotationList(props: AnnotationListProps) {
	const { annotations, titles, selection, onOpen, onRemove } = props;
	const scroll = useRef<HTMLDivElement>(null);
	const virtual = useVirtualizer({
		count: annotations.length,
		getScrollElement: () => scroll.current,
		estimateSize: () => rowHeightPx,
		overscan: rowsBeyond,
		getItemKey: (index) => annotations[index]?.id ?? index,
	});
	const pageLength = () => virtual.getVirtualItems().length - rowsBeyond;
	const press = useListKeys({ annotations, selection, onOpen, onRemove, pageLength });
	useSelectAll(() => selection.selectAll(annotations));
	const currentIndex = annotations.findIndex(({ id }) => id === selection.currentId);
	useEffect(() => {
		if (currentIndex >= 0) virtual.scrollToIndex(currentIndex, { align: 'auto' });
	}, [currentIndex, virtual]);

	const [asked, setAsked] = useState<{ annotation: Annotation; at: MenuPoint } | null>(null);
	function ask(event: MouseEvent): void {
		const row = askedRow(event);
		const annotation = row && annotations[row.index];
		if (!row || !annotation) return;
		event.preventDefault();
		selection.moveTo(annotation.id);
		setAsked({ annotation, at: row.at });
	}

	if (annotations.length === 0) return <p className={styles.nothing}>{message('annotations.nothing-passes')}</p>;
	return (
		<div ref={scroll} className={styles.scroll}>
			<div
				role="grid"
				data-takes-focus=""
				className={styles.list}
				style={{ blockSize: virtual.getTotalSize() }}
				aria-label={message('annotations.title')}
				aria-multiselectable="true"
				aria-rowcount={annotations.length}
				aria-activedescendant={currentIndex >= 0 ? rowDomId(annotations[currentIndex]?.id) : undefined}
				tabIndex={0}
				onKeyDown={press}
				onContextMenu={ask}
				onFocus={() => {
					if (currentIndex < 0) selection.moveTo(annotations[0]?.id ?? null);
				}}
			>
				{virtual.getVirtualItems().map(({ index, key, start }) => {
					const annotation = annotations[index];
					return annotation ? (
						<AnnotationRow
							key={key}
							ref={virtual.measureElement}
							annotation={annotation}
							title={titles.get(annotation.recordId) ?? ''}
							index={index}
							startPx={start}
							isSelected={selection.ids.has(annotation.id)}
							isCurrent={index === currentIndex}
							onOpen={onOpen}
							onChoose={(isRange) =>
								isRange ? selection.selectTo(annotation.id, annotations) : selection.toggle(annotation.id)
							}
						/>
					) : null;
				})}
			</div>
			{asked ? (
				<RowMenu
					at={asked.at}
					annotation={asked.annotation}
					onOpen={onOpen}
					// Of several that are chosen, it is one of them that all go with.
					onRemove={() => (selection.ids.has(asked.annotation.id) ? onRemove() : onRemove(asked.annotation))}
					onClose={() => setAsked(null)}
				/>
			) : null}
		</div>
	);
});
