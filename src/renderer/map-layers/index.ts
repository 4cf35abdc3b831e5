export { readInWorker, UnreadShapes } from './read-in-worker.ts';
