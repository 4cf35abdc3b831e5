import { CFB } from '@e965/xlsx';
import { message } from '#shared/messages/messages.ts';
import type { Extraction, ReadOptions } from '../importer.ts';
import { refuse, refuseUnread } from '../refusal.ts';
import { orDamaged } from './or-damaged.ts';

/** Documents from before 2007 are one format outside, and told apart by the streams under its root, whatever that is called. */
const kinds: readonly [stream: RegExp, mediaType: string][] = [
	[/^[^/]*\/EncryptedPackage$/, 'locked'],
	[/^[^/]*\/WordDocument$/, 'application/msword'],
	[/^[^/]*\/(?:Workbook|Book)$/i, 'application/vnd.ms-excel'],
	[/^[^/]*\/PowerPoint Document$/, 'application/vnd.ms-powerpoint'],
	[/^[^/]*\/__properties_version1[.]0$/, 'application/vnd.ms-outlook'],
];

/** Reads a file in Microsoft's compound form by what is in it; the name of the file has no say. */
export function readOle(bytes: Uint8Array, options: ReadOptions): Promise<Extraction> {
	return orDamaged(options.fileName, () => read(bytes, options));
}

async function read(bytes: Uint8Array, options: ReadOptions): Promise<Extraction> {
	const mediaType = typeOf(bytes);
	if (mediaType === 'locked') throw refuse(options.fileName, message('import.reason.encrypted'));
	if (mediaType === 'application/vnd.ms-excel')
		return (await import('./spreadsheet.ts')).readSpreadsheet(bytes, options, mediaType);
	if (mediaType === 'application/msword') return (await import('./word-document.ts')).readWordDocument(bytes, options);
	if (mediaType === 'application/vnd.ms-outlook')
		return (await import('./outlook-message.ts')).readOutlookMessage(bytes, options);
	throw refuseUnread(options.fileName, mediaType);
}

function typeOf(bytes: Uint8Array): string {
	const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const file = CFB.read(view, { type: 'buffer' });
	const paths: string[] = file.FullPaths;
	const kind = kinds.find(([stream]) => paths.some((path) => stream.test(path)))?.[1] ?? 'application/x-ole-storage';
	return kind === 'application/msword' && isLocked(Buffer.from(CFB.find(file, 'WordDocument')?.content ?? []))
		? 'locked'
		: kind;
}

/** A document with a password says so in its head, and its text is noise. */
function isLocked(main: Buffer): boolean {
	return main.length > 0x0c && (main.readUInt16LE(0x0a) & 0x0100) !== 0;
}
