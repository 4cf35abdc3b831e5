import type { ElementHandle, Page } from '@playwright/test';

/** What changes how a text looks: a control that is pressed, or a style that is set on the page. */
export type Change = { press: ElementHandle<HTMLElement | SVGElement> } | { style: { [property: string]: string } };

/**
 * Milliseconds from a change to the end of the first frame that shows it.
 *
 * @param selector of an element
 * @param property what of its computed style the change alters
 */
export function repaint(page: Page, change: Change, selector: string, property: 'fontSize' | 'color'): Promise<number> {
	return page.evaluate(
		({ change, selector, property }) =>
			new Promise<number>((resolve, reject) => {
				const element = document.querySelector(selector);
				if (!element) throw new Error(`nothing is ${selector}`);
				const valueNow = () => getComputedStyle(element)[property];
				const before = valueNow();
				const start = performance.now();
				// A message runs after the frame in which something is there.
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => resolve(performance.now() - start);
				let frames = 0;
				const look = () => {
					frames += 1;
					if (valueNow() !== before) port2.postMessage(null);
					else if (frames > 600) reject(new Error(`${property} stayed ${before}`));
					else requestAnimationFrame(look);
				};
				if ('press' in change) (change.press as unknown as HTMLElement).click();
				else
					for (const [name, value] of Object.entries(change.style))
						document.documentElement.style.setProperty(name, value);
				requestAnimationFrame(look);
			}),
		{ change, selector, property },
	);
}
