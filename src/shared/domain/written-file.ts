/** A file that was written and read back. */
export interface WrittenFile {
	path: string;
	/** SHA-256. */
	sha256: string;
}
