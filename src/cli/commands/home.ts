import { basename, resolve } from 'node:path';
import { removeOpen } from '#archive/home/remove-open.ts';
import type { Home } from '#shared/domain/home.ts';
import { type JobId, newId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import type { Output } from '../output.ts';
import type { Session } from '../session.ts';
import { withoutControls } from '../text-width.ts';
import { readPartSize } from './packages/part-size.ts';
import { runExport } from './packages/run-export.ts';

export interface HomeOptions {
	/** Of a new key file. */
	makeKey?: string;
	set?: string;
	forget?: boolean;
}

export interface SealOptions {
	path: string;
	recipient?: string;
	partSize?: string;
	removeHere?: boolean;
}

/** Whether the archive is written to. */
export function isHomeChange({ makeKey, set, forget }: HomeOptions): boolean {
	return makeKey !== undefined || set !== undefined || forget === true;
}

/** Says where home is, after setting it where that was asked for. */
export async function showHome({ calls }: Session, options: HomeOptions, output: Output): Promise<number> {
	const home = await changeHome(calls.home, options);
	output.json(home);
	output.line(home.recipient === null ? message('home.none') : message('cli.home.key', { recipient: home.recipient }));
	if (options.makeKey !== undefined) output.note(message('home.made', { file: basename(options.makeKey) }));
	return 0;
}

function changeHome(home: Session['calls']['home'], { makeKey, set, forget }: HomeOptions): Home | Promise<Home> {
	if (makeKey !== undefined) return home.makeKey({ path: resolve(makeKey) });
	if (set !== undefined) return home.set({ recipient: set });
	return forget === true ? home.set({ recipient: null }) : home.state(undefined);
}

/**
 * Seals the archive to home; a file of that name is never replaced. What lies here in the open is listed, and removed where
 * that was asked for: status 1 when some of it could not be.
 */
export async function sealToHome(session: Session, options: SealOptions, output: Output): Promise<number> {
	const { path, recipient, partSize, removeHere } = options;
	const { home } = session.calls;
	const id = newId<JobId>();
	const request = {
		...{ id, path: resolve(path), replaces: false },
		...(recipient !== undefined && { recipient }),
		...(partSize !== undefined && { partBytes: readPartSize(partSize) }),
	};
	const job = await runExport(session, id, async () => home.seal(request), output);
	const sealed = job && (await home.sealed(undefined));
	if (!sealed) return 2;
	output.json({ sealed });
	for (const { path: file, sha256 } of sealed.files)
		output.line(message('cli.home.sealed', { file: basename(file), recipient: sealed.recipient, sha256 }));
	if (removeHere) return removeHereNow(session, id, output);
	for (const file of sealed.openHere) output.note(message('cli.home.still-here', { path: file }));
	return 0;
}

async function removeHereNow({ archive }: Session, id: JobId, output: Output): Promise<number> {
	const { home } = await archive.services.onDemand();
	const { removed, left } = await removeOpen(home, id, () => archive.close());
	output.json({ removed, left });
	for (const path of removed) output.line(message('cli.home.removed', { path: withoutControls(path) }));
	if (left.length > 0) output.note(message('home.removed.left', { files: left.join(', ') }));
	return left.length > 0 ? 1 : 0;
}
