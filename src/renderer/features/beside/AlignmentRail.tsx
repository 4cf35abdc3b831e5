import { useEffect, useRef } from 'react';
import { placeAtTop } from '#renderer/features/reader/index.ts';
import type { ParallelGroup } from '#shared/text/parallel/parallel-text.ts';
import styles from './AlignmentRail.module.css';
import { type BesideSide, besideSides } from './chosen-words.ts';
import type { DrawnPair, DrawnText } from './drawn-text.ts';
import { isPaired, type ParallelView } from './parallel-view.ts';
import { type Stretch, stretchOf } from './stretch-on-page.ts';

interface AlignmentRailProps {
	texts: DrawnPair;
	parallel: ParallelView;
	/** A ribbon was pressed. */
	onChoose(group: ParallelGroup): void;
}

const widthPx = 38;
const svgNamespace = 'http://www.w3.org/2000/svg';

/**
 * Between the texts: a ribbon from each passage in sight to what stands beside it. It only shows; what it does with the
 * mouse the keyboard does at the passages.
 */
export function AlignmentRail({ texts, parallel, onChoose }: AlignmentRailProps) {
	const svg = useRef<SVGSVGElement>(null);
	const latest = useRef(onChoose);
	latest.current = onChoose;
	const { first, second } = texts;

	// Drawn by hand: at every frame of a scroll, and React has no part in it.
	useEffect(() => {
		const rail = svg.current;
		if (!rail) return;
		let frame = 0;
		const draw = () => drawRibbons(rail, { first, second }, parallel);
		const soon = () => {
			cancelAnimationFrame(frame);
			frame = requestAnimationFrame(draw);
		};
		const press = ({ target }: MouseEvent) => {
			const group = target instanceof SVGElement ? ribbons.get(target) : undefined;
			if (group) latest.current(group);
		};
		const resized = new ResizeObserver(soon);
		for (const { root } of [first, second]) {
			root.addEventListener('scroll', soon, { passive: true });
			resized.observe(root);
			for (const section of root.children) resized.observe(section);
		}
		rail.addEventListener('click', press);
		soon();
		return () => {
			cancelAnimationFrame(frame);
			resized.disconnect();
			for (const { root } of [first, second]) root.removeEventListener('scroll', soon);
			rail.removeEventListener('click', press);
		};
	}, [first, second, parallel]);

	return <svg ref={svg} aria-hidden className={styles.rail} width={widthPx} />;
}

const ribbons = new WeakMap<SVGElement, ParallelGroup>();

function drawRibbons(rail: SVGSVGElement, texts: DrawnPair, parallel: ParallelView): void {
	const top = rail.getBoundingClientRect().top;
	const seen = new Set(besideSides.flatMap((side) => groupsInSight(texts[side], side, parallel)));
	const paths = [...seen].filter(isPaired).flatMap((group) => {
		const [own, other] = [stretchOf(texts.first, group, 'first'), stretchOf(texts.second, group, 'second')];
		if (!own || !other) return [];
		const path = document.createElementNS(svgNamespace, 'path');
		path.setAttribute('d', ribbon(shifted(own, -top), shifted(other, -top)));
		if (group.isByHand) path.setAttribute('data-by-hand', '');
		ribbons.set(path, group);
		return [path];
	});
	rail.replaceChildren(...paths);
}

/** The groups of the passages that are in view on a side. */
function groupsInSight({ root, dom, blocks }: DrawnText, side: BesideSide, parallel: ParallelView): ParallelGroup[] {
	const place = placeAtTop(root, dom, 'passage');
	if (!place || root.clientHeight === 0) return [];
	const pane = root.getBoundingClientRect();
	const boxOf = (ordinal: number) => dom.elementOf(ordinal)?.getBoundingClientRect();
	const groups: ParallelGroup[] = [];
	const add = (ordinal: number) => {
		const group = parallel.groupOf(side, ordinal);
		if (group) groups.push(group);
	};
	for (let at = place.ordinal - 1; at >= 0 && (boxOf(at)?.bottom ?? pane.bottom) > pane.top; at -= 1) add(at);
	for (let at = place.ordinal; at < blocks.length && (boxOf(at)?.top ?? pane.top) < pane.bottom; at += 1) add(at);
	return groups;
}

function shifted({ top, bottom }: Stretch, by: number): Stretch {
	return { top: top + by, bottom: bottom + by };
}

function ribbon(own: Stretch, other: Stretch): string {
	const middle = widthPx / 2;
	return `M0 ${own.top}C${middle} ${own.top} ${middle} ${other.top} ${widthPx} ${other.top}V${other.bottom}C${middle} ${other.bottom} ${middle} ${own.bottom} 0 ${own.bottom}Z`;
}
