import type { Block } from '#shared/domain/block.ts';
import type { RecordDate } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import { shownAddress } from '../block-writer.ts';
import { type Attachment, type Extraction, type LeftOut, type ReadOptions, titleFromFileName } from '../importer.ts';
import { wacz, warc } from '../media-type.ts';
import { refuse } from '../refusal.ts';
import type { ZipPackage } from '../zip-package.ts';
import { captureName } from './capture-name.ts';
import { type Capture, readCaptures, TooManyCaptures } from './captures.ts';
import { isWarcPart } from './wacz-parts.ts';

const mostCaptures = 20_000;
/** All pages of a web archive together, as they are held at once. */
const mostBytes = 128 * 1024 * 1024;

/** What is text to read: pages and documents, not what they are drawn and moved with. */
const readTypes =
	/^(?:text\/(?:html|plain|markdown)|application\/(?:xhtml\+xml|pdf|rtf|epub\+zip|msword|vnd\.(?:openxmlformats-officedocument\.wordprocessingml\.document|oasis\.opendocument\.text)))$/;

/**
 * Reads a web archive (WARC): each page and document in it becomes a record of its own, with its address and the time it
 * was fetched; its own text is the list of all that was fetched. The rest stays in the file and is named.
 */
export async function readWarc(bytes: Uint8Array, { fileName }: ReadOptions): Promise<Extraction> {
	const reader = new WebArchiveReader(fileName);
	await reader.read(bytes);
	return reader.extraction(warc);
}

/** The same for a WACZ file: WARC files packed with indexes, of which only the former are read. */
export async function readWacz(zip: ZipPackage, { fileName }: ReadOptions): Promise<Extraction> {
	const reader = new WebArchiveReader(fileName);
	for (const name of zip.names().filter(isWarcPart)) {
		const bytes = await zip.read(name);
		if (bytes) await reader.read(bytes);
	}
	return reader.extraction(wacz);
}

class WebArchiveReader {
	readonly #fileName: string;
	readonly #captures: Omit<Capture, 'bytes'>[] = [];
	readonly #attachments: Attachment[] = [];
	readonly #leftOut: LeftOut[] = [];
	readonly #names = new Set<string>();
	#bytes = 0;

	constructor(fileName: string) {
		this.#fileName = fileName;
	}

	async read(bytes: Uint8Array): Promise<void> {
		const most = mostCaptures - this.#captures.length;
		try {
			for await (const capture of readCaptures(bytes, { most, wants: isRead })) this.#keep(capture);
		} catch (error) {
			if (error instanceof TooManyCaptures)
				throw refuse(this.#fileName, message('import.reason.captures', { most: mostCaptures }));
			throw refuse(this.#fileName, message('import.reason.warc-damaged'));
		}
	}

	extraction(mediaType: string): Extraction {
		const title = titleFromFileName(titleFromFileName(this.#fileName));
		const heads = ['import.warc.captured', 'import.warc.address', 'import.warc.type'] as const;
		const head = rowOf(
			0,
			heads.map((key) => ({ text: message(key) })),
			true,
		);
		const rows = this.#captures.flatMap((capture, at) => rowOf(at + 1, cellsOf(capture)));
		return {
			mediaType,
			importer: 'web-archive',
			importerVersion: '1',
			parameters: { captures: this.#captures.length },
			language: 'und',
			title,
			blocks: this.#captures.length === 0 ? [] : [{ kind: 'title', text: title }, ...head, ...rows],
			attachments: this.#attachments,
			leftOut: this.#leftOut,
		};
	}

	#keep({ bytes, ...capture }: Capture): void {
		this.#captures.push(capture);
		const { address, capturedAt, mediaType } = capture;
		const isRoom = bytes ? this.#bytes + bytes.length <= mostBytes : !isRead(capture);
		if (bytes === null || bytes.length === 0 || !isRoom) {
			const reason = isRoom ? reasonOf(capture) : message('import.reason.warc-room');
			this.#leftOut.push({ name: address, reason });
			return;
		}
		this.#bytes += bytes.length;
		this.#attachments.push({
			fileName: captureName(address, mediaType, this.#captures.length, this.#names),
			bytes,
			fields: { source: address, dates: dayOf(capturedAt) },
			parameters: { address, capturedAt },
		});
	}
}

function isRead({ mediaType, status }: Omit<Capture, 'bytes'>): boolean {
	return readTypes.test(mediaType) && !isRefused(status);
}

/** Answered with anything but what was asked for. */
function isRefused(status: Capture['status']): status is number {
	return status !== null && !(status >= 200 && status < 300);
}

function reasonOf({ mediaType, status }: Omit<Capture, 'bytes'>): string {
	if (isRefused(status)) return message('import.reason.warc-status', { status });
	return message('import.reason.warc-kind', { mediaType: mediaType || 'application/octet-stream' });
}

/** The day on which it was fetched: until then it was published as it stands. */
function dayOf(capturedAt: string): RecordDate[] {
	const [day] = /^\d{4}-\d\d-\d\d(?=T)/.exec(capturedAt) ?? [];
	return day === undefined ? [] : [{ type: 'received', edtf: day, inferred: '' }];
}

type CellText = Pick<Block, 'text' | 'marks'>;

function cellsOf({ address, capturedAt, mediaType, status }: Omit<Capture, 'bytes'>): CellText[] {
	const shown = shownAddress(address);
	const marks =
		shown === null ? {} : { marks: [{ start: 0, end: address.length, kind: 'link' as const, value: shown }] };
	const type = [mediaType, ...(status === null || status === 200 ? [] : [status])].join(' ');
	return [{ text: capturedAt }, { text: address, ...marks }, { text: type }];
}

function rowOf(row: number, cells: readonly CellText[], header = false): Block[] {
	return cells.map((cell, column) => ({
		...cell,
		kind: 'cell',
		cell: { table: 0, row, column, ...(header && { header }) },
	}));
}
