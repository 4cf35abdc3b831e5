import type { RecordId } from './ids.ts';
import type { Holding, RecordKind } from './record.ts';

/** How far the search for a source is. */
export const sourceStatuses = ['wanted', 'asked', 'refused', 'obtained'] as const;
export type SourceStatus = (typeof sourceStatuses)[number];

/** What a person writes of it. */
export interface WantedSourceFields {
	status: SourceStatus;
	/** EDTF; '' while nobody was asked. */
	askedOn: string;
	note: string;
}

/** A source that is described and not held, or that was until it arrived. */
export interface WantedSource extends WantedSourceFields {
	recordId: RecordId;
	title: string;
	kind: RecordKind;
	/** EDTF; '' when not known. */
	dateEdtf: string;
	/** What the record says of where it is known from; '' when nothing. */
	knownFrom: string;
	holding: Holding;
	/** Links that cite it, from what is not in the bin, and those that wait for the text of a record that is not held either. */
	citedCount: number;
	/** Its access keeps it out of every export. */
	isWithheld: boolean;
	/** When its first file was received, ISO 8601 UTC; null while it has none. */
	receivedAt: string | null;
	/** Of what is written of it; 0 while nothing is. */
	revision: number;
}

/** What is held was obtained, whatever was written of it before. */
export function statusOf(holding: Holding, written: SourceStatus | null): SourceStatus {
	return holding === 'described-only' ? (written ?? 'wanted') : 'obtained';
}
