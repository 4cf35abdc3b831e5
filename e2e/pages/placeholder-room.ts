import type { Locator } from '@playwright/test';

/** Whether what an empty field asks for is seen in full. */
export function placeholderHasRoom(field: Locator): Promise<boolean> {
	return field.evaluate((input: HTMLInputElement) => {
		const style = getComputedStyle(input);
		const context = document.createElement('canvas').getContext('2d');
		if (!context) throw new Error('nothing to measure with');
		context.font = style.font;
		const room = input.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
		// Widths are told in whole pixels.
		return context.measureText(input.placeholder).width <= room + 1;
	});
}
