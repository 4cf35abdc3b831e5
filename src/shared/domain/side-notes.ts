/** A file of notes on an archive that takes no writes. */
export interface FoundSideNotes {
	path: string;
	/** When it was written to last, ISO 8601 UTC. */
	changedAt: string;
}
