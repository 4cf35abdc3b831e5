// pdfjs ships no types for the half of it that parses; Lectern only hands it over.
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
	export const WorkerMessageHandler: unknown;
}
