import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { fileError } from '#archive/db/file-error.ts';
import { isTelegramHtml, isTelegramJson } from '#archive/importers/chat/telegram-head.ts';
import { worldFilesBeside } from '#archive/importers/image/world-files-beside.ts';
import type { ImportClient } from '#archive/importers/import-client.ts';
import type { Extraction } from '#archive/importers/importer.ts';
import { largestTextBytes, refuse, refuseUnread } from '#archive/importers/refusal.ts';
import { digestPieces, fileBytes, type Original, type OriginalsService } from '#archive/originals/originals-service.ts';
import type { WithdrawalsService } from '#archive/withdrawals/withdrawals-service.ts';
import { AppError, type ErrorData, toErrorData } from '#shared/domain/app-error.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { isRecording, type MediaFacts } from '#shared/domain/media-facts.ts';
import type { PictureFacts } from '#shared/domain/recognition.ts';
import type { RecordFields } from '#shared/domain/record.ts';
import type { Withdrawal } from '#shared/domain/withdrawal.ts';
import { message } from '#shared/messages/messages.ts';
import type { FileReader } from './file-reader.ts';
import type { FoundFile } from './file-walk.ts';

/** A file that was read, hashed and looked into, ready to be written in one go. */
export interface Arrival {
	file: FoundFile;
	original: Original;
	/** Null for a large file, whose pieces are staged already. */
	bytes: Uint8Array | null;
	/** Null when it has no text that Lectern can read; `problem` says why. */
	extraction: Extraction | null;
	problem: ErrorData | null;
	/** Of a picture that can be looked into: its text can be recognised. */
	picture: PictureFacts | null;
	/** Of a recording that can be looked into: its transcript can be brought in, or written. */
	media: MediaFacts | null;
	/** Files within it, which become records of their own. */
	attachments: Arrival[];
	/** Files that belong to it and lie beside it, where its extraction does not say so. */
	beside?: readonly string[];
	/** What a file that it lies in says of it. */
	fields?: Partial<RecordFields>;
}

/** A mail within a mail within a mail: what lies deeper stays in its file. */
const deepestAttachment = 5;

export interface ArrivalTools {
	/** Reads what lies on the disk. */
	files: FileReader;
	/** Where what is too large for memory is written ahead; null where nothing is to be: then it is refused. */
	originals: OriginalsService | null;
	importer: ImportClient;
	/** True for bytes that a record outside the bin holds: nothing more is done for them. */
	isHeld(sha256: Sha256): boolean;
	signal: AbortSignal;
}

/** Loaded with the first file: telling text from data takes the tables of all encodings, which no start should wait for. */
const loadMediaTypes = () => import('#archive/importers/media-type.ts');

/** Reads, hashes and looks into one file. Throws only when its bytes cannot be had, or on cancel. */
export async function receive(file: FoundFile, tools: ArrivalTools): Promise<Arrival> {
	const sizeBytes = await sizeOf(file);
	return sizeBytes <= largestTextBytes ? receiveInMemory(file, tools) : receiveStaged(file, tools);
}

interface TextTools extends Pick<ArrivalTools, 'files' | 'importer' | 'signal'> {
	withdrawals: WithdrawalsService;
}

/**
 * Receives a file for its text alone. Writes nothing, and throws what keeps it from having one: also `withdrawn` for bytes
 * that were, since nobody was asked whether they are to come back.
 */
export async function receiveText(
	file: FoundFile,
	{ withdrawals, ...tools }: TextTools,
): Promise<Arrival & { extraction: Extraction }> {
	const arrival = await receive(file, { ...tools, originals: null, isHeld: () => false });
	const { original, extraction, problem } = arrival;
	if (!extraction) throw new AppError(problem?.code ?? 'unexpected', problem?.detail);
	const withdrawal = withdrawals.findOf(original.sha256);
	if (withdrawal) throw withdrawn(file.name, withdrawal);
	return { ...arrival, extraction };
}

/** What is known of it, as the sentence gives it. */
export function withdrawn(file: string, { withdrawnAt, reason }: Withdrawal): AppError {
	return new AppError('withdrawn', { file, date: withdrawnAt.slice(0, 10), reason });
}

/** Size in bytes; throws unreadable-file. */
export async function sizeOf(file: FoundFile): Promise<number> {
	const known = file.content?.sizeBytes ?? file.sizeBytes;
	if (known !== undefined) return known;
	return (await stat(file.path).catch((error: unknown) => Promise.reject(fileError(file.name, error)))).size;
}

async function receiveInMemory(file: FoundFile, tools: ArrivalTools): Promise<Arrival> {
	if (file.content) return receiveBytes(file, await buffer(file.content.open()), tools, 0);
	const { content } = await tools.files
		.whole(file.path, largestTextBytes)
		.catch((error: Error) =>
			Promise.reject(tools.signal.aborted ? new AppError('cancelled') : fileError(file.name, error)),
		);
	// It has grown since it was looked at.
	if (!content) return receiveStaged(file, tools);
	return receiveBytes(file, content.bytes, tools, 0, content.sha256);
}

/** The same for bytes that are in memory already. @param depth how many files it is within */
async function receiveBytes(
	file: FoundFile,
	bytes: Uint8Array,
	tools: ArrivalTools,
	depth: number,
	digest?: Sha256,
): Promise<Arrival> {
	const sha256 = digest ?? (createHash('sha256').update(bytes).digest('hex') as Sha256);
	const { mediaTypeOf, sniffedBytes } = await loadMediaTypes();
	const mediaType = mediaTypeOf(file.name, bytes.subarray(0, sniffedBytes));
	const original = { sha256, mediaType, sizeBytes: bytes.length };
	const arrival: Arrival = { file, original, bytes, extraction: null, problem: null, ...noFacts, attachments: [] };
	if (tools.isHeld(sha256)) return { ...arrival, beside: await besideHeld(file, bytes, mediaType, tools) };
	if (file.isUnpacked) return { ...arrival, problem: unpacked(file) };
	try {
		const isTranscript = file.transcriptOf !== undefined;
		const extraction = await tools.importer.read(file.name, bytes, { isTranscript }, tools.signal);
		const { picture, media, beside = [] } = extraction;
		if (media) return { ...arrival, ...recordingOf(original, extraction, media, file) };
		if (picture)
			return { ...arrival, picture, beside, problem: toErrorData(refuse(file.name, message('import.reason.image'))) };
		const attachments = await receiveAttachments(file, extraction, tools, depth + 1);
		return { ...arrival, original: { ...original, mediaType: extraction.mediaType }, extraction, attachments };
	} catch (error) {
		if (tools.signal.aborted) throw new AppError('cancelled');
		return { ...arrival, problem: toErrorData(error) };
	}
}

/** Names of what may belong to a file that is held already: its parts come only now where an earlier job was cut short. */
async function besideHeld(
	{ name }: FoundFile,
	bytes: Uint8Array,
	mediaType: string,
	{ importer, signal }: ArrivalTools,
): Promise<readonly string[]> {
	const { pictureTypes, sniffedBytes } = await loadMediaTypes();
	if (pictureTypes.includes(mediaType)) return worldFilesBeside(name);
	const head = bytes.subarray(0, sniffedBytes);
	if (!isTelegramJson(head) && !isTelegramHtml(head)) return [];
	try {
		return (await importer.read(name, bytes, {}, signal)).beside ?? [];
	} catch {
		if (signal.aborted) throw new AppError('cancelled');
		// That it cannot be read was said when it came.
		return [];
	}
}

async function receiveAttachments(
	{ path, name }: FoundFile,
	{ attachments = [] }: Extraction,
	tools: ArrivalTools,
	depth: number,
): Promise<Arrival[]> {
	const arrivals: Arrival[] = [];
	if (depth > deepestAttachment) return arrivals;
	for (const { fileName, bytes, fields, parameters } of attachments) {
		const arrival = await receiveBytes({ path, name: `${name}/${fileName}` }, bytes, tools, depth);
		const { extraction } = arrival;
		if (extraction) Object.assign(extraction.parameters, parameters);
		arrivals.push({ ...arrival, ...(fields && { fields }) });
	}
	return arrivals;
}

/** A file too large for memory. */
async function receiveStaged(file: FoundFile, tools: ArrivalTools): Promise<Arrival> {
	const open = file.content?.open ?? (() => fileBytes(file.path));
	if (!tools.originals) throw await tooLarge(file, open());
	const { sha256, sizeBytes, head } = await digestPieces(file.path, open(), tools.signal);
	const { mediaTypeOf } = await loadMediaTypes();
	const mediaType = mediaTypeOf(file.name, head);
	const problem = file.isUnpacked ? unpacked(file) : toErrorData(refuseUnread(file.name, mediaType));
	const original = { sha256, mediaType, sizeBytes };
	const arrival: Arrival = { file, original, bytes: null, extraction: null, problem, ...noFacts, attachments: [] };
	if (tools.isHeld(sha256)) return arrival;
	// Before its pieces are written, so that a cancel meanwhile leaves none of them.
	const known = await recordingFacts(arrival, tools);
	await tools.originals.stage(file.path, open, sha256, tools.signal);
	return { ...arrival, ...known };
}

/** Told by its first bytes, however many there are. */
async function tooLarge(file: FoundFile, pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<AppError> {
	const { mediaTypeOf, sniffedBytes } = await loadMediaTypes();
	try {
		for await (const bytes of pieces)
			return refuseUnread(file.name, mediaTypeOf(file.name, bytes.subarray(0, sniffedBytes)));
	} catch (error) {
		return fileError(file.name, error);
	}
	return refuseUnread(file.name, mediaTypeOf(file.name, new Uint8Array()));
}

/** What a large recording says of itself; of any other file nothing. */
async function recordingFacts(
	{ file, original }: Arrival,
	{ importer, signal }: ArrivalTools,
): Promise<Partial<Arrival>> {
	const { mediaType } = original;
	// One that lies in another file would have to be unpacked to the disk for it.
	if (file.content || !isRecording(mediaType)) return {};
	try {
		const extraction = await importer.lookInto({ fileName: file.name, path: file.path, mediaType }, signal);
		return extraction.media ? recordingOf(original, extraction, extraction.media, file) : {};
	} catch (error) {
		if (signal.aborted) throw new AppError('cancelled');
		return { problem: toErrorData(error) };
	}
}

const noFacts = { picture: null, media: null };

/** A recording that was looked into: held without text, and told as what it is. */
function recordingOf(
	original: Original,
	{ mediaType, fields }: Extraction,
	media: MediaFacts,
	{ name }: FoundFile,
): Partial<Arrival> {
	const problem = toErrorData(refuseUnread(name, mediaType));
	return { original: { ...original, mediaType }, media, problem, ...(fields && { fields }) };
}

function unpacked({ name }: FoundFile): ErrorData {
	return toErrorData(refuse(name, message('import.reason.unpacked')));
}
