import type { DescribedText } from '#archive/records/described-text.ts';
import type { ArchiveEvent } from '#shared/domain/event.ts';
import type { NameId, RecordId, Sha256 } from '#shared/domain/ids.ts';
import type { LinkEnd, LinkType } from '#shared/domain/link.ts';
import type { NameFields } from '#shared/domain/name.ts';
import type { Holding, RecordFields } from '#shared/domain/record.ts';

export interface StarterRecord extends RecordFields {
	id: RecordId;
	/** What the entry is traced by: `S1` (the report) to `S22`, or `digest`. */
	fact: string;
	/** `held` only for the digest, whose text comes with the project. */
	holding: Holding;
	/** ¶ of the report that speak of it; empty for the report itself and the digest. */
	paragraphs: number[];
}

export interface StarterName extends NameFields {
	id: NameId;
	/** ¶ of the report where it is named. */
	paragraphs: number[];
}

export interface StarterEvent extends Omit<ArchiveEvent, 'revision' | 'disputingRecordIds' | 'sameEventIds'> {
	/** `E1` to `E10`. */
	fact: string;
	paragraphs: number[];
}

/** A link to be made from a passage of the report once its text is held. */
export interface StarterLink {
	/** ¶ of the report, and the digest of that passage: with type and target it makes the link's derived id. */
	paragraph: number;
	passageDigest: Sha256;
	type: LinkType;
	to: { kind: Exclude<LinkEnd['kind'], 'annotation'>; id: string };
	/** The `fact` of the target. */
	fact: string;
}

/** Every ¶ is the report's by the rule of `numberBlocks`: 1 to 12, title and heading not counted. */
export interface StarterData {
	records: StarterRecord[];
	names: StarterName[];
	events: StarterEvent[];
	links: StarterLink[];
	report: DescribedText;
	/** The one text that the starter archive holds, as bytes for the Markdown importer. */
	digest: { recordId: RecordId; fileName: string; bytes: Uint8Array };
}
