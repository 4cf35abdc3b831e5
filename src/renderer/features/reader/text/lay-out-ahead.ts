import { bundlesIn, childrenOf, firstNot, isLaidOut } from '#renderer/lib/passage-dom.ts';
import { whenIdle } from '#renderer/lib/when-idle.ts';

/** On a bundle all of which was laid out as the page is set now: the browser has to know of it no longer what is in it. */
export const laidOutAttribute = 'data-laid-out';

/** On a part that is so much that it is laid out only when somebody goes there. */
export const heavyAttribute = 'data-heavy';

/** So much of a text, in CSS pixels: ten megabytes and some, for which the browser takes 0.6 GB of memory. */
const mostPx = 4_000_000;

/** What a step may take: where less is left of an idle moment, the next one is waited for. */
const stepMs = 4;

/**
 * Lays out in idle moments what was never seen of a text, from where one reads, and again when its letters or lines become
 * others. A page that is scrolled fast has only to be shown then. What is left aside keeps its place. Gives what ends it.
 */
export function layOutAhead(root: HTMLElement): () => void {
	let callOff: (() => void) | undefined;
	let widthPx = root.clientWidth;
	const begin = () => {
		callOff?.();
		for (const bundle of bundlesIn(root)) bundle.removeAttribute(laidOutAttribute);
		const steps = stepsThrough(root);
		const goOn = () => {
			callOff = whenIdle((leftMs) => {
				let isOver = false;
				do isOver = steps.next().done === true;
				while (!isOver && leftMs() > stepMs);
				if (!isOver) goOn();
			});
		};
		goOn();
	};
	// Told before the next frame: bundles of another size would all be laid out in it.
	const settings = new MutationObserver(begin);
	settings.observe(root, { attributeFilter: ['style', 'data-face'] });
	const resized = new ResizeObserver(() => {
		if (root.clientWidth === widthPx) return;
		widthPx = root.clientWidth;
		begin();
	});
	resized.observe(root);
	begin();
	return () => {
		callOff?.();
		settings.disconnect();
		resized.disconnect();
	};
}

function* stepsThrough(root: HTMLElement): Generator<void> {
	const bundles = bundlesIn(root);
	const from = firstNot(bundles, (bundle) => bundle.getBoundingClientRect().bottom < 0);
	let laidOutPx = 0;
	for (const bundle of [...bundles.slice(from), ...bundles.slice(0, from)]) {
		if (bundle.querySelector(`[${heavyAttribute}]`)) continue;
		laidOutPx += bundle.getBoundingClientRect().height;
		if (laidOutPx > mostPx) return;
		for (const part of childrenOf(bundle).flatMap(childrenOf)) {
			layOut(part);
			yield;
		}
		// In sight it stays in parts: their heights would become others, and move what is being read.
		if (bundle.firstElementChild && isLaidOut(bundle.firstElementChild)) continue;
		bundle.setAttribute(laidOutAttribute, '');
		layOut(bundle);
		yield;
	}
}

/** Subtle: to answer for a box in what it leaves aside, the browser lays that out, and keeps it. */
function layOut(group: HTMLElement): void {
	group.lastElementChild?.getBoundingClientRect();
}
