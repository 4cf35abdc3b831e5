/**
 * What is known of the medium that a file lies on. `encrypted`: removable, and all on it is encrypted by the system.
 * `unknown`: the system does not tell, as macOS and Windows do not without a program of their own.
 */
export type Medium = 'removable' | 'encrypted' | 'fixed' | 'unknown';

/** How far an archive was read back that is being made ready to unplug. */
export interface Unplugging {
	/** Bytes. */
	done: number;
	total: number;
}

/** An archive that was closed so that its medium can be taken away. */
export interface Unplugged {
	path: string;
	/** Of the whole file, read back after it was written out; null where the person did not wait for it. */
	sha256: string | null;
	/** The file beside it that has the notes made meanwhile, wherever that lies; null where there is none. */
	notesPath: string | null;
	/** Jobs that were stopped, and can go on when it is open again. */
	stoppedJobs: number;
	/** Names of files that lie beside it still and belong to it: it was not closed in order. */
	leftBeside: string[];
	/** Names of programs that have the archive open, or anything on a removable medium; null where that cannot be seen. */
	heldBy: string[] | null;
	/** Lectern itself runs from that medium. */
	isProgramThere: boolean;
	/** The system wrote out all of the medium; else the files of the archive alone. */
	isMediumSynced: boolean;
}

/** Whether nothing that can be seen speaks against taking the medium away. */
export function isSafeToUnplug({ leftBeside, heldBy, isProgramThere }: Unplugged): boolean {
	return leftBeside.length === 0 && !isProgramThere && (heldBy ?? []).length === 0;
}
