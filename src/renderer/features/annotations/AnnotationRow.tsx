// biome-ignore-all lint/a11y/useSemanticElements: list elements cannot be placed row by row, so the roles are said outright
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current row (aria-activedescendant)
import { Check } from 'lucide-react';
import { memo, type Ref } from 'react';
import { formatDay } from '#renderer/lib/format.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { type Annotation, quoteOf } from '#shared/domain/annotation.ts';
import type { AnnotationId } from '#shared/domain/ids.ts';
import { plainText } from '#shared/markdown/markdown.ts';
import { message } from '#shared/messages/messages.ts';
import { paragraphWords } from '#shared/messages/paragraph-words.ts';
import styles from './AnnotationList.module.css';
import { styleOf } from './purpose-style.ts';

interface AnnotationRowProps {
	annotation: Annotation;
	/** The record's. */
	title: string;
	index: number;
	startPx: number;
	isSelected: boolean;
	isCurrent: boolean;
	onOpen(annotation: Annotation): void;
	/** By its box; up to it from the one chosen before where `isRange`. */
	onChoose(isRange: boolean): void;
	ref: Ref<HTMLDivElement>;
}

export function rowDomId(id: AnnotationId | undefined): string | undefined {
	return id ? `annotation-${id}` : undefined;
}

export function AnnotationRow(props: AnnotationRowProps) {
	const { annotation, title, index, startPx, isSelected, isCurrent, onOpen, onChoose, ref } = props;
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the focus and the keys
		<div
			ref={ref}
			id={rowDomId(annotation.id)}
			role="row"
			aria-rowindex={index + 1}
			aria-selected={isSelected}
			data-index={index}
			data-purpose={annotation.purpose}
			className={classes(styles.row, isCurrent && styles.current)}
			// Subtle: the one thing about a row that only the virtualiser knows.
			style={{ transform: `translateY(${startPx}px)` }}
			onClick={() => onOpen(annotation)}
		>
			<div role="gridcell" className={styles.cell}>
				{/* For the pointer: the row itself says whether it is chosen, and Space does it. */}
				<span
					aria-hidden
					className={styles.choice}
					onClick={(event) => {
						event.stopPropagation();
						onChoose(event.shiftKey);
					}}
				>
					<span className={styles.box}>{isSelected ? <Check size={12} strokeWidth={3} /> : null}</span>
				</span>
				<RowContent annotation={annotation} title={title} />
			</div>
		</div>
	);
}

const RowContent = memo(function RowContent({ annotation, title }: Pick<AnnotationRowProps, 'annotation' | 'title'>) {
	const { purpose, body, tags } = annotation;
	const words = quoteOf(annotation);
	return (
		<div className={styles.content}>
			<p className={styles.facts}>
				<b className={styles.purpose}>{message(styleOf(purpose).label)}</b>
				{factsOf(annotation, title).map((fact) => ` · ${fact}`)}
			</p>
			{words && (
				<p className={styles.quote} dir="auto">
					{words}
				</p>
			)}
			{body && (
				<p className={styles.body} dir="auto">
					{plainText(body)}
				</p>
			)}
			{tags.length > 0 && (
				<p className={styles.tags}>
					{tags.map((tag) => (
						<Chip key={tag}>{tag}</Chip>
					))}
				</p>
			)}
		</div>
	);
});

function factsOf(
	{ purpose, isResolved, placement, number, region, author, changedAt, replyToId }: Annotation,
	title: string,
): string[] {
	return [
		...(replyToId === null ? [] : [message('annotations.is-reply')]),
		title,
		...(number === null ? [] : [paragraphWords(number, placement)]),
		...(region ? [message('annotations.region.place', { page: region.page })] : []),
		...(author === '' ? [] : [author]),
		formatDay(changedAt),
		...(purpose === 'question' ? [message(isResolved ? 'annotations.resolved' : 'annotations.unresolved')] : []),
		...(placement === 'placed' ? [] : [message(`annotations.placement.${placement}`)]),
	];
}
