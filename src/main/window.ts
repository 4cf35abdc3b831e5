import { app, BrowserWindow } from 'electron';
import { type DesktopEvents, ipcChannel, type StartFacts, startFactsArgument } from '#shared/api/desktop-ipc.ts';
import { appOrigin } from './app-protocol.ts';
import { developmentOrigin } from './lock-down.ts';
import { recallPlace, rememberPlace, smallestSizePx } from './window-place.ts';

export interface WindowOptions {
	preloadFile: string;
	placeFile: string;
	/** Where the system does not know it by other means: of a program that is only unpacked. */
	iconFile: string | null;
	/** Pictures of the screen show nothing of it, where the system can see to that. */
	isField: boolean;
	startFacts: StartFacts;
}

/** Opens the one window: sandboxed, isolated, without Node. It shows itself once it has something to show. */
export function openWindow({ preloadFile, placeFile, iconFile, isField, startFacts }: WindowOptions): BrowserWindow {
	const { bounds, isMaximized } = recallPlace(placeFile);
	const window = new BrowserWindow({
		...bounds,
		minWidth: smallestSizePx.width,
		minHeight: smallestSizePx.height,
		show: false,
		title: app.name,
		...(iconFile ? { icon: iconFile } : {}),
		webPreferences: {
			preload: preloadFile,
			sandbox: true,
			contextIsolation: true,
			nodeIntegration: false,
			nodeIntegrationInWorker: false,
			webviewTag: false,
			spellcheck: false,
			// Keeps the page compiled from the first start on; by itself Chromium waits for two starts within three days.
			v8CacheOptions: 'bypassHeatCheck',
			additionalArguments: [startFactsArgument + encodeURIComponent(JSON.stringify(startFacts))],
		},
	});
	if (isField) window.setContentProtection(true);
	else rememberPlace(window, placeFile);
	window.once('ready-to-show', () => {
		if (isMaximized) window.maximize();
		window.show();
	});
	// The page says what the title is, through the bridge.
	window.on('page-title-updated', (event) => event.preventDefault());
	void window.loadURL(developmentOrigin() ?? `${appOrigin}/`);
	return window;
}

/** Tells the window something; a window that is gone is not told. */
export function tell<E extends keyof DesktopEvents>(
	window: BrowserWindow | null,
	event: E,
	data: DesktopEvents[E],
	ports: Electron.MessagePortMain[] = [],
): void {
	if (window && !window.isDestroyed()) window.webContents.postMessage(ipcChannel(event), data, ports);
}
