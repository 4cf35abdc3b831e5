import type { DesktopBridge } from '#shared/api/bridge.ts';

declare global {
	interface Window {
		readonly lectern?: DesktopBridge;
	}
}

/** What the desktop window can do beyond a browser tab; undefined in the browser edition. */
export const desktop: DesktopBridge | undefined = window.lectern;
