import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';
import { formatDay } from '#renderer/lib/format.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './AnnotationList.module.css';
import { plainText } from './markdown.ts';
import { styleOf } from './purpose-style.ts';

interface AnnotationListProps {
	annotations: readonly Annotation[];
	titles: ReadonlyMap<RecordId, string>;
	onOpen(annotation: Annotation): void;
}

const layout = { estimatedRowHeight: 92 };

/** Rows are drawn as they come into sight. Arrows move, Enter or a click opens at the passage. */
export function AnnotationList({ annotations, titles, onOpen }: AnnotationListProps) {
	return (
		<Virtualizer layout={ListLayout} layoutOptions={layout}>
			<GridList
				aria-label={message('annotations.title')}
				items={annotations}
				dependencies={[titles]}
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
						<Row annotation={annotation} title={titles.get(annotation.recordId) ?? ''} />
					</GridListItem>
				)}
			</GridList>
		</Virtualizer>
	);
}

function Row({ annotation, title }: { annotation: Annotation; title: string }) {
	const { purpose, target, body, tags, changedAt, isResolved } = annotation;
	return (
		<div className={styles.content}>
			<p className={styles.facts}>
				<b className={styles.purpose}>{message(styleOf(purpose).label)}</b>
				{` · ${title} · ${formatDay(changedAt)}`}
				{purpose === 'question' && ` · ${message(isResolved ? 'annotations.resolved' : 'annotations.unresolved')}`}
			</p>
			{target && <p className={styles.quote}>{target.exact}</p>}
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
