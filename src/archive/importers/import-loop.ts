import { toErrorData } from '#shared/domain/app-error.ts';
import type { ImportAnswer, ImportReport, ImportRequest } from './import-protocol.ts';
import type { ReadLater } from './importer.ts';
import { readDocument } from './registry.ts';

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

async function answerTo({ id, bytes, fileName, encoding }: ImportRequest, read: ReadLater): Promise<ImportAnswer> {
	try {
		return { id, ok: true, extraction: await read(bytes, { fileName, ...(encoding !== undefined && { encoding }) }) };
	} catch (error) {
		return { id, ok: false, error: toErrorData(error) };
	}
}
