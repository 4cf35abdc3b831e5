import { app, type Session, type WebContents } from 'electron';
import { recordingScheme } from '#shared/api/recording-address.ts';
import { appOrigin } from './app-protocol.ts';

/** Address of the renderer's development server, while developing; never in a packaged app. */
export function developmentOrigin(): string | null {
	const url = process.env.ELECTRON_RENDERER_URL;
	return url && !app.isPackaged ? new URL(url).origin : null;
}

/** Switches that must be set before the app is ready: no name is ever looked up, nothing is fetched in the background. */
export function lockDownChromium(): void {
	const { commandLine } = app;
	// Subtle: enableSandbox() together with --no-sandbox (root, in a container) makes every child process die in a loop.
	if (!commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
	commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1');
	commandLine.appendSwitch('disable-background-networking');
	commandLine.appendSwitch('dns-prefetch-disable');
	commandLine.appendSwitch('disable-breakpad');
	commandLine.appendSwitch('no-pings');
	app.on('web-contents-created', (_event, contents) => lockDownContents(contents));
}

/** Refuses every request outside the app and counts it; refuses permissions, downloads and spelling dictionaries. */
export function lockDownSession(session: Session, onRefused: (count: number) => void): { refusedCount(): number } {
	let refused = 0;
	session.webRequest.onBeforeRequest(({ url }, answer) => {
		const cancel = !isOwnRequest(url);
		if (cancel) {
			refused += 1;
			onRefused(refused);
		}
		answer({ cancel });
	});
	// Copying a quotation is the one thing the page may do that Chromium asks about.
	session.setPermissionRequestHandler((contents, permission, answer) =>
		answer(permission === 'clipboard-sanitized-write' && isOwnPage(contents.getURL())),
	);
	session.setPermissionCheckHandler(
		(_contents, permission, origin) => permission === 'clipboard-sanitized-write' && isOwnPage(origin),
	);
	session.setDevicePermissionHandler(() => false);
	session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
	session.setSpellCheckerEnabled(false);
	session.on('will-download', (event) => event.preventDefault());
	return { refusedCount: () => refused };
}

function lockDownContents(contents: WebContents): void {
	contents.on('will-navigate', (event) => event.preventDefault());
	contents.on('will-frame-navigate', (event) => event.preventDefault());
	contents.on('will-redirect', (event) => event.preventDefault());
	contents.on('will-attach-webview', (event) => event.preventDefault());
	contents.setWindowOpenHandler(() => ({ action: 'deny' }));
	// A peer connection is not a request that the session sees.
	contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

function isOwnPage(url: string): boolean {
	return url === appOrigin || url.startsWith(`${appOrigin}/`);
}

function isOwnRequest(url: string): boolean {
	if (isOwnPage(url) || url.startsWith(`${recordingScheme}://lectern/`)) return true;
	if (app.isPackaged) return false;
	const development = developmentOrigin();
	const isDevelopmentServer = development !== null && url.replace(/^ws/, 'http').startsWith(`${development}/`);
	return isDevelopmentServer || url.startsWith('devtools://');
}
