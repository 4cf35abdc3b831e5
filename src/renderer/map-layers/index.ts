export type { ReadShapes } from './layer-messages.ts';
export { readInWorker, UnreadShapes } from './read-in-worker.ts';
