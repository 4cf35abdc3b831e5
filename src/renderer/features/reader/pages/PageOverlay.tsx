import { type MouseEvent, memo } from 'react';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { AnnotationId } from '#shared/domain/ids.ts';
import type { PageBox } from '#shared/domain/page-box.ts';
import type { PageLayout, PlacedRun } from '#shared/domain/page-layout.ts';
import styles from './Pages.module.css';
import type { OverlayShape } from './page-geometry.ts';
import type { PageMark } from './page-marks.ts';
import { runAttribute, runKey } from './run-dom.ts';

interface PageOverlayProps {
	shape: OverlayShape;
	layout: PageLayout;
	blocks: readonly StoredBlock[];
	marks: readonly PageMark[];
	hits: readonly PageBox[];
	outlines: readonly PageBox[];
	litId: AnnotationId | null;
	/** The same words stand beside the page, to be read there. */
	isTextBeside: boolean;
	onPoint(event: MouseEvent<SVGSVGElement>): void;
	onClick(event: MouseEvent<SVGSVGElement>): void;
}

/** Over the picture of a page: what is marked and found on it, and its words, to be selected. */
export function PageOverlay(props: PageOverlayProps) {
	const { shape, layout, blocks, marks, hits, outlines, litId, isTextBeside, onPoint, onClick } = props;
	const { viewBox, transform, yScale } = shape;
	return (
		// biome-ignore lint/a11y/noSvgWithoutTitle: its sheet has the name
		<svg
			viewBox={viewBox}
			preserveAspectRatio="none"
			className={styles.overlay}
			aria-hidden={isTextBeside || layout.runs.length === 0}
			onPointerMove={onPoint}
			onClick={onClick}
		>
			<g transform={transform}>
				{outlines.map((box) => (
					<Box key={keyOf(box)} box={box} yScale={yScale} className={styles.outline} pad={40} />
				))}
				{marks.map((mark) => (
					<Mark key={mark.id} mark={mark} yScale={yScale} isLit={mark.id === litId} />
				))}
				{hits.map((box) => (
					<Box key={keyOf(box)} box={box} yScale={yScale} className={styles.hit} pad={8} />
				))}
				<Words layout={layout} blocks={blocks} yScale={yScale} />
			</g>
		</svg>
	);
}

function Mark({ mark, yScale, isLit }: { mark: PageMark; yScale: number; isLit: boolean }) {
	const { id, purpose, boxes, isRegion } = mark;
	return (
		<g
			data-purpose={purpose}
			data-mark={id}
			data-lit={isLit || undefined}
			className={isRegion ? styles.region : styles.words}
		>
			{boxes.map((box) => (
				<Box key={keyOf(box)} box={box} yScale={yScale} />
			))}
			{!isRegion &&
				boxes.map(({ x, y, width, height }) => (
					<path key={`${x}:${y}`} d={`M${x} ${(y + height) * yScale}h${width}`} className={styles.line} />
				))}
		</g>
	);
}

interface BoxProps {
	box: PageBox;
	yScale: number;
	className?: string | undefined;
	/** Room around what is within, in units of the page's width. */
	pad?: number;
}

function Box({ box: { x, y, width, height }, yScale, className, pad = 0 }: BoxProps) {
	return (
		<rect
			x={x - pad}
			y={y * yScale - pad}
			width={width + 2 * pad}
			height={height * yScale + 2 * pad}
			className={className}
		/>
	);
}

function keyOf({ x, y, width, height }: PageBox): string {
	return [x, y, width, height].join(' ');
}

interface WordsProps {
	layout: PageLayout;
	blocks: readonly StoredBlock[];
	yScale: number;
}

/** The words as letters that cannot be seen, each run as long as on the page, so that selecting them is the browser's work. */
const Words = memo(function Words({ layout, blocks, yScale }: WordsProps) {
	return layout.runs.map((run) => (
		<text
			key={runKey(run.ordinal, run.start)}
			{...{ [runAttribute]: runKey(run.ordinal, run.start) }}
			{...placeOf(run, yScale)}
			lengthAdjust="spacingAndGlyphs"
			className={styles.run}
		>
			{blocks[run.ordinal]?.text.slice(run.start, run.end)}
		</text>
	));
});

/** How far the baseline stands above the lower edge, in parts of the height of a line. */
const descent = 0.22;

function placeOf({ box: { x, y, width, height }, advance }: PlacedRun, yScale: number) {
	const [top, tall] = [y * yScale, height * yScale];
	switch (advance) {
		case 0:
			return { x, y: top + tall * (1 - descent), fontSize: tall, textLength: width };
		case 1:
			return {
				transform: `translate(${x + width * descent} ${top}) rotate(90)`,
				fontSize: width,
				textLength: tall,
			};
		case 2:
			return {
				...{ x: x + width, y: top + tall * (1 - descent), fontSize: tall, textLength: width },
				direction: 'rtl' as const,
			};
		case 3:
			return {
				transform: `translate(${x + width * (1 - descent)} ${top + tall}) rotate(-90)`,
				fontSize: width,
				textLength: tall,
			};
	}
}
