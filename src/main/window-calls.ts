import { basename } from 'node:path';
import { type BrowserWindow, ipcMain } from 'electron';
import * as v from 'valibot';
import { portPurposes } from '#shared/api/bridge.ts';
import { chosenKeysSchema } from '#shared/api/chosen-keys.ts';
import { type DesktopCalls, ipcChannel } from '#shared/api/desktop-ipc.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { locales } from '#shared/messages/locales.ts';
import { webAddress } from './web-address.ts';

type Argument<C extends keyof DesktopCalls> = Parameters<DesktopCalls[C]>[0];
type Value<C extends keyof DesktopCalls> = ReturnType<DesktopCalls[C]>;
export type DesktopHandlers = {
	[C in keyof DesktopCalls]: (argument: Argument<C>) => Value<C> | Promise<Value<C>>;
};

const nothing = v.undefined();
const bareFileName = v.pipe(
	v.string(),
	v.maxLength(255),
	v.check((name) => name !== '' && basename(name) === name && !name.includes('\\')),
);

const sheetLine = v.pipe(v.string(), v.maxLength(500));

const schemas: { [C in keyof DesktopCalls]: v.GenericSchema<unknown, Argument<C>> } = {
	chooseFiles: nothing,
	chooseFolder: nothing,
	chooseSavePath: bareFileName,
	savePdf: v.object({ suggestedName: bareFileName, head: sheetLine, foot: sheetLine }),
	chooseArchive: nothing,
	chooseAnnotations: nothing,
	chooseEdition: nothing,
	choosePackage: nothing,
	chooseMergeSource: nothing,
	chooseLanguageData: nothing,
	refusedRequests: nothing,
	filesToAdd: nothing,
	openExternal: webAddress,
	noteCopy: nothing,
	forgetCopy: nothing,
	setTitle: v.pipe(v.string(), v.maxLength(1000)),
	setLocale: v.picklist(locales),
	setKeys: chosenKeysSchema,
	turnFullScreen: nothing,
	wantArchivePort: v.picklist(portPurposes),
};

/** Answers the window's calls: only those of its own top frame, and only with an argument of the right form. */
export function answerWindow(window: BrowserWindow, handlers: DesktopHandlers): void {
	const names = Object.keys(schemas) as (keyof DesktopCalls)[];
	for (const name of names) answerCall(window, name, handlers[name]);
	window.once('closed', () => {
		for (const name of names) ipcMain.removeHandler(ipcChannel(name));
	});
}

function answerCall(window: BrowserWindow, name: keyof DesktopCalls, handler: (argument: never) => unknown): void {
	const channel = ipcChannel(name);
	ipcMain.handle(channel, (event, argument: unknown) => {
		if (window.isDestroyed() || event.senderFrame !== window.webContents.mainFrame)
			throw new AppError('invalid-input', { reason: channel });
		const checked = v.safeParse(schemas[name], argument);
		if (!checked.success) throw new AppError('invalid-input', { reason: channel });
		return handler(checked.output as never);
	});
}
