import { useEffect } from 'react';
import type { ParallelGroup } from '#shared/text/parallel/parallel-text.ts';
import { besideSides } from './chosen-words.ts';
import type { DrawnPair } from './drawn-text.ts';
import type { ParallelView } from './parallel-view.ts';

const litAttribute = 'data-beside-lit';

/** Lights the passage under the pointer, or with the keyboard, together with what stands beside it. */
export function useCounterpartLight(texts: DrawnPair | null, parallel: ParallelView | null): void {
	const [first, second] = [texts?.first, texts?.second];
	const [firstDom, secondDom] = [first?.dom, second?.dom];
	const [firstRoot, secondRoot] = [first?.root, second?.root];

	useEffect(() => {
		if (!firstDom || !secondDom || !firstRoot || !secondRoot || !parallel) return;
		const doms = { first: firstDom, second: secondDom };
		const roots = { first: firstRoot, second: secondRoot };
		let lit: HTMLElement[] = [];
		const light = (group: ParallelGroup | undefined) => {
			for (const element of lit) element.removeAttribute(litAttribute);
			lit = group
				? besideSides.flatMap((side) => group[side].flatMap((ordinal) => doms[side].elementOf(ordinal) ?? []))
				: [];
			for (const element of lit) element.setAttribute(litAttribute, '');
		};
		const stops = besideSides.map((side) => {
			const enter = ({ target }: Event) => {
				const ordinal = target instanceof Node ? doms[side].pointAt(target, 0)?.ordinal : undefined;
				light(ordinal === undefined ? undefined : parallel.groupOf(side, ordinal));
			};
			const leave = () => light(undefined);
			roots[side].addEventListener('pointerover', enter);
			roots[side].addEventListener('focusin', enter);
			roots[side].addEventListener('pointerleave', leave);
			return () => {
				roots[side].removeEventListener('pointerover', enter);
				roots[side].removeEventListener('focusin', enter);
				roots[side].removeEventListener('pointerleave', leave);
			};
		});
		return () => {
			light(undefined);
			for (const stop of stops) stop();
		};
	}, [firstDom, secondDom, firstRoot, secondRoot, parallel]);
}
