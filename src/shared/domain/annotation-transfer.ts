import type { AnnotationId, RecordId } from './ids.ts';

/** `jsonld`: W3C Web Annotation, which can be imported again. The others are for people. */
export const exportFormats = ['jsonld', 'markdown', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Endings of the files that hold them, without the dot. */
export const exportEndings: Readonly<Record<ExportFormat, string>> = { jsonld: 'jsonld', markdown: 'md', csv: 'csv' };

/** Which annotations to export: all, those of one record, or these, with the replies to them. */
export interface AnnotationChoice {
	recordId?: RecordId;
	ids?: AnnotationId[];
}

/** What an export accounts for. */
export interface ExportSummary {
	/** Annotations in the file, replies counted. */
	exported: number;
	/** Left out because their record's access is not open. */
	withheld: number;
}

/**
 * What of an annotation could not be kept on import; `what` names it: a property's path, an address, a type. Each has a
 * sentence `annotations.loss.<kind>`.
 */
export const lossKinds = [
	'property',
	'motivation',
	'body-address',
	'bodies-joined',
	'choice',
	'set',
	'html',
	'format',
	'selector',
	'other-target',
	'reply',
	'tag',
	'link',
] as const;
export interface AnnotationLoss {
	kind: (typeof lossKinds)[number];
	what: string;
}
