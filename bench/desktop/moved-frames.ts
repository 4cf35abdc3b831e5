import type { Locator } from '@playwright/test';

const frameCount = 120;

/** The times between frames while the wheel turns in each of them. */
export function movedFrames(picture: Locator, how: 'pan' | 'zoom'): Promise<number[]> {
	return picture.evaluate(
		async (element, { isPan, count }) => {
			const { left, top, width, height } = element.getBoundingClientRect();
			const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true };
			const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
			const times: number[] = [];
			let before = await nextFrame();
			for (let frame = 0; frame < count; frame += 1) {
				const step = frame % 60 < 30 ? 12 : -12;
				element.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: isPan ? step : -step * 4, shiftKey: isPan }));
				const now = await nextFrame();
				times.push(now - before);
				before = now;
			}
			return times;
		},
		{ isPan: how === 'pan', count: frameCount },
	);
}
