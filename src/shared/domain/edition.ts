import type { Placement } from './annotation.ts';
import type { EditionId, RecordId, Sha256 } from './ids.ts';
import { isRecording } from './media-facts.ts';

export const editionKinds = ['extraction', 'ocr', 'transcription', 'translation', 'redaction'] as const;
export type EditionKind = (typeof editionKinds)[number];

/** Readable text made from an original by a named maker at a named version; never edited in place. */
export interface Edition {
	id: EditionId;
	recordId: RecordId;
	kind: EditionKind;
	/** The original it was made from; null for text written in Lectern itself. */
	originalSha256: Sha256 | null;
	/** Importer's name or a person's. */
	maker: string;
	makerVersion: string;
	/** What the maker was told or found: encoding, and how it was found. */
	parameters: Readonly<Record<string, string | number | boolean>>;
	/** BCP 47; 'und' when not known. */
	language: string;
	createdAt: string;
	passageCount: number;
	wordCount: number;
	/** SHA-256 over the stored text of all blocks, joined by U+000A. */
	textSha256: Sha256;
	isDraft: boolean;
	baseEditionId: EditionId | null;
}

/** Among the parameters of a transcript that came as a file: the SHA-256 of the recording that its times are of. */
export const recordingParameter = 'recording';

/** Of these files of its record, the recording that an edition was written down from; undefined where it says none. */
export function recordingOf<F extends { sha256: Sha256; mediaType: string }>(
	{ originalSha256, parameters }: Pick<Edition, 'originalSha256' | 'parameters'>,
	files: readonly F[],
): F | undefined {
	const said = parameters[recordingParameter] ?? originalSha256;
	return files.find(({ sha256, mediaType }) => sha256 === said && isRecording(mediaType));
}

/**
 * The edition that was read from a file, of which this one was made by hand, or itself; undefined where none was, as where
 * somebody wrote down what a picture says.
 *
 * @param editions of the same record
 */
export function readEditionOf(editions: readonly Edition[], edition: Edition): Edition | undefined {
	const seen = new Set<EditionId>();
	for (let at: Edition | undefined = edition; at && !seen.has(at.id); ) {
		const { id, baseEditionId, kind, originalSha256, parameters }: Edition = at;
		const isOfFile = originalSha256 !== null && (kind === 'extraction' || kind === 'transcription');
		if (isOfFile && parameters.written === undefined) return at;
		seen.add(id);
		at = editions.find((other) => other.id === baseEditionId);
	}
	return undefined;
}

/**
 * Whether something is blacked out in an edition, or in one that it was made of: a redacted text, and what was written or
 * translated from it.
 *
 * @param editions of the same record
 */
export function isRedacted(editions: readonly Edition[], edition: Edition): boolean {
	const seen = new Set<EditionId>();
	for (let at: Edition | undefined = edition; at && !seen.has(at.id); ) {
		const { id, kind, baseEditionId }: Edition = at;
		if (kind === 'redaction') return true;
		seen.add(id);
		at = editions.find((other) => other.id === baseEditionId);
	}
	return false;
}

/** What came of bringing in a file as a new edition. */
export interface NewEditionOutcome {
	edition: Edition;
	/** True where the record showed this very edition already, so that nothing changed. */
	isSame: boolean;
	/** How many notes on other editions of the record stand how in this one. */
	notes: Record<Placement, number>;
	/** The same of the ends of links. */
	links: Record<Placement, number>;
}
