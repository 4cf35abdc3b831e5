import { startWorker, type WorkerName } from './trusted-scripts.ts';

/**
 * Has a worker of its own do one task and answer once. The signal ends it whatever it is at: then the promise stays open.
 * Rejects where the worker failed.
 */
export function askWorker<Answer>(name: WorkerName, task: unknown, signal: AbortSignal): Promise<Answer> {
	const worker = startWorker(name);
	signal.addEventListener('abort', () => worker.terminate());
	return new Promise<Answer>((resolve, reject) => {
		worker.addEventListener('error', ({ message }) => reject(new Error(message)));
		worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => resolve(data));
		worker.postMessage(task);
	}).finally(() => worker.terminate());
}
