import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type DesktopBridge, portAnswer, portPurposes, portRequest } from '#shared/api/bridge.ts';
import {
	type DesktopCalls,
	type DesktopEvents,
	ipcChannel,
	type StartFacts,
	startFactsArgument,
} from '#shared/api/desktop-ipc.ts';

/** Without a cast the argument and the value would each have to be named twice. */
function ask<C extends keyof DesktopCalls>(
	call: C,
	...argument: Parameters<DesktopCalls[C]>
): Promise<ReturnType<DesktopCalls[C]>> {
	return ipcRenderer.invoke(ipcChannel(call), ...argument) as Promise<ReturnType<DesktopCalls[C]>>;
}

function listen<E extends keyof DesktopEvents>(event: E, listener: (data: DesktopEvents[E]) => void): void {
	ipcRenderer.on(ipcChannel(event), (_event, data: DesktopEvents[E]) => listener(data));
}

function readStartFacts(): StartFacts {
	const argument = process.argv.find((each) => each.startsWith(startFactsArgument)) ?? '';
	return JSON.parse(decodeURIComponent(argument.slice(startFactsArgument.length)));
}

const bridge: DesktopBridge = {
	...readStartFacts(),
	chooseFiles: () => ask('chooseFiles'),
	chooseFolder: () => ask('chooseFolder'),
	chooseSavePath: (suggestedName) => ask('chooseSavePath', suggestedName),
	savePdf: (asked) => ask('savePdf', asked),
	chooseArchive: () => ask('chooseArchive'),
	chooseAnnotations: () => ask('chooseAnnotations'),
	chooseEdition: () => ask('chooseEdition'),
	choosePackage: () => ask('choosePackage'),
	chooseMergeSource: () => ask('chooseMergeSource'),
	chooseLanguageData: () => ask('chooseLanguageData'),
	pathOf: (file) => webUtils.getPathForFile(file as unknown as Parameters<typeof webUtils.getPathForFile>[0]),
	refusedRequests: () => ask('refusedRequests'),
	onRefusedRequest: (listener) => listen('requestRefused', listener),
	onCommand: (listener) => listen('command', listener),
	filesToAdd: () => ask('filesToAdd'),
	onFilesToAdd: (listener) => listen('filesToAdd', listener),
	openExternal: (url) => ask('openExternal', url),
	noteCopy: () => ask('noteCopy'),
	forgetCopy: () => ask('forgetCopy'),
	onLeft: (listener) => listen('left', listener),
	onPassphraseWanted: (listener) => listen('passphraseWanted', listener),
	setTitle: (title) => void ask('setTitle', title),
	setLocale: (locale) => void ask('setLocale', locale),
	setKeys: (chosen) => void ask('setKeys', chosen),
	turnFullScreen: () => void ask('turnFullScreen'),
};
contextBridge.exposeInMainWorld('lectern', bridge);

// A port cannot cross the context bridge; the window's own message event can carry it to the page.
ipcRenderer.on(ipcChannel('archivePort'), (event, purpose: DesktopEvents['archivePort']) =>
	window.postMessage({ type: portAnswer, purpose }, location.origin, [...event.ports]),
);
window.addEventListener('message', ({ source, data }: MessageEvent<{ type?: unknown; purpose?: unknown } | null>) => {
	if (source !== window || data?.type !== portRequest) return;
	const purpose = portPurposes.find((known) => known === data.purpose);
	if (purpose) void ask('wantArchivePort', purpose);
});
