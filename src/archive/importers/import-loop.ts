import { toErrorData } from '#shared/domain/app-error.ts';
import type { AnchoringResult } from '#shared/text/anchor/anchor-marks.ts';
import type { CarryingResult, CarryingTask } from '#shared/writing/carry-over.ts';
import type { ImportAnswer, ImportReport, ImportRequest, MediaRequest } from './import-protocol.ts';
import type { Extraction, ReadLater } from './importer.ts';
import type { RecognitionResult, RecognitionTask } from './recognition/recognise.ts';
import { readDocument } from './registry.ts';
import type { RereadingTask } from './rereading.ts';

/** The way to the parent process. `send` is over when the report has left this process. */
export interface ParentPort {
	send(report: ImportReport): Promise<void>;
	onMessage(listener: (request: ImportRequest) => void): void;
}

/**
 * Serves a parent for as long as the process lives: one document at a time. The next one is begun only when the answer
 * to the last has left, so that when this process dies, the document that killed it is the first one unanswered.
 */
export function runImportLoop(port: ParentPort, read: ReadLater = readDocument): void {
	let last = port.send({ type: 'import-ready' });
	port.onMessage((request) => {
		last = last.then(async () => port.send(await answerTo(request, read)));
	});
}

/** Loaded with the first picture: a process that reads texts needs no engine. */
async function recognisePage(fileName: string, task: RecognitionTask): Promise<RecognitionResult> {
	return (await import('./recognition/recognise.ts')).recognise(fileName, task);
}

/** Loaded with the first edition that takes another's place. */
async function findAgain(task: RereadingTask): Promise<AnchoringResult> {
	return (await import('./other-reading.ts')).anchorRereadMarks(task);
}

/** Loaded with the first text that a person wrote. */
async function carry(task: CarryingTask): Promise<CarryingResult> {
	return (await import('#shared/writing/carry-over.ts')).carryAsked(task);
}

/** Loaded with the first recording. */
async function lookInto({ path, fileName, mediaType }: MediaRequest): Promise<Extraction> {
	return (await import('./media/media.ts')).readMediaFile(path, fileName, mediaType);
}

async function answerTo(request: ImportRequest, read: ReadLater): Promise<ImportAnswer> {
	const { id, fileName } = request;
	try {
		if ('anchoring' in request) return { id, ok: true, anchored: await findAgain(request.anchoring) };
		if ('carrying' in request) return { id, ok: true, carried: await carry(request.carrying) };
		if ('recognition' in request)
			return { id, ok: true, recognised: await recognisePage(fileName, request.recognition) };
		if ('path' in request) return { id, ok: true, extraction: await lookInto(request) };
		const { bytes, id: _, ...options } = request;
		return { id, ok: true, extraction: await read(bytes, options) };
	} catch (error) {
		return { id, ok: false, error: toErrorData(error) };
	}
}
