import * as v from 'valibot';
import type { ExportSummary } from '../domain/annotation-transfer.ts';
import {
	type ClaimChoice,
	type ClaimEvidence,
	type EventEvidence,
	type EvidenceFormat,
	evidenceFormats,
} from '../domain/evidence.ts';
import type { AnnotationId, EventId } from '../domain/ids.ts';
import { idSchema, lineSchema, nothing } from './schemas.ts';

export interface EvidenceCalls {
	/** Every claim outside the bin, by record and in the order of its text, with what is linked for it and against it. */
	list(): ClaimEvidence[];
	/** What attests an event and what contradicts it, with the words. */
	ofEvent(argument: { id: EventId }): EventEvidence;
	/** The whole file as text: for clients that keep it themselves. */
	exportText(argument: { format: EvidenceFormat; choice: ClaimChoice }): ExportSummary & { text: string };
	/** Writes the file, over what has that name. */
	exportTo(argument: { format: EvidenceFormat; choice: ClaimChoice; path: string }): ExportSummary;
}

const exported = {
	format: v.picklist(evidenceFormats),
	choice: v.object({ ids: v.exactOptional(v.array(idSchema<AnnotationId>())) }),
};

export const evidenceArguments = {
	list: nothing,
	ofEvent: v.object({ id: idSchema<EventId>() }),
	exportText: v.object(exported),
	exportTo: v.object({ ...exported, path: lineSchema }),
};
