import { memo } from 'react';
import { GridList, GridListItem, ListLayout, type Selection, Virtualizer } from 'react-aria-components';
import { formatDay } from '#renderer/lib/format.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { AnnotationId, RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './AnnotationList.module.css';
import { plainText } from './markdown.ts';
import { styleOf } from './purpose-style.ts';

interface AnnotationListProps {
	annotations: readonly Annotation[];
	titles: ReadonlyMap<RecordId, string>;
	selectedIds: ReadonlySet<AnnotationId>;
	onSelect(ids: ReadonlySet<AnnotationId>): void;
	onOpen(annotation: Annotation): void;
}

const layout = { estimatedRowHeight: 92 };

/**
 * Rows are drawn as they come into sight. Arrows move, Enter or a click opens at the passage; Space and the boxes choose,
 * with Shift up to there, Ctrl+A all that the filter shows.
 */
export const AnnotationList = memo(function AnnotationList(props: AnnotationListProps) {
	const { annotations, titles, selectedIds, onSelect, onOpen } = props;
	const select = (keys: Selection) =>
		onSelect(keys === 'all' ? new Set(annotations.map(({ id }) => id)) : (keys as Set<AnnotationId>));
	return (
		<Virtualizer layout={ListLayout} layoutOptions={layout}>
			<GridList
				aria-label={message('annotations.title')}
				items={annotations}
				dependencies={[titles]}
				selectionMode="multiple"
				selectedKeys={selectedIds}
				onSelectionChange={select}
				className={styles.list ?? ''}
				renderEmptyState={() => <p className={styles.nothing}>{message('annotations.nothing-passes')}</p>}
				onAction={(key) => {
					const chosen = annotations.find(({ id }) => id === key);
					if (chosen) onOpen(chosen);
				}}
			>
				{(annotation) => (
					<GridListItem
						id={annotation.id}
						textValue={annotation.target?.exact ?? annotation.body}
						className={styles.row ?? ''}
						data-purpose={annotation.purpose}
					>
						<Checkbox slot="selection" />
						<Row annotation={annotation} title={titles.get(annotation.recordId) ?? ''} />
					</GridListItem>
				)}
			</GridList>
		</Virtualizer>
	);
});

function Row({ annotation, title }: { annotation: Annotation; title: string }) {
	const { purpose, target, origin, body, tags } = annotation;
	const words = target?.exact ?? origin?.exact ?? '';
	return (
		<div className={styles.content}>
			<p className={styles.facts}>
				<b className={styles.purpose}>{message(styleOf(purpose).label)}</b>
				{factsOf(annotation, title).map((fact) => ` · ${fact}`)}
			</p>
			{words && <p className={styles.quote}>{words}</p>}
			{body && <p className={styles.body}>{plainText(body)}</p>}
			{tags.length > 0 && (
				<p className={styles.tags}>
					{tags.map((tag) => (
						<Chip key={tag}>{tag}</Chip>
					))}
				</p>
			)}
		</div>
	);
}

function factsOf(
	{ purpose, isResolved, placement, author, changedAt, replyToId }: Annotation,
	title: string,
): string[] {
	return [
		...(replyToId === null ? [] : [message('annotations.is-reply')]),
		title,
		...(author === '' ? [] : [author]),
		formatDay(changedAt),
		...(purpose === 'question' ? [message(isResolved ? 'annotations.resolved' : 'annotations.unresolved')] : []),
		...(placement === 'placed' ? [] : [message(`annotations.placement.${placement}`)]),
	];
}
