import type { AppError } from '#shared/domain/app-error.ts';

type Save = () => Promise<AppError | null>;

const savers: Save[] = [];

/** Has what was typed somewhere stored before the archive is left; `save` gives why something could not be, or null. */
export function savesBeforeLeaving(save: Save): void {
	savers.push(save);
}

/** Stores what was typed and is not in the archive yet; gives why something of it could not be stored, null where all was. */
export async function saveDrafts(): Promise<AppError | null> {
	const failures = await Promise.all(savers.map((save) => save()));
	return failures.find((failure) => failure !== null) ?? null;
}

const closed: readonly string[] = ['archive-closed', 'needs-passphrase'];

/**
 * For what closes the archive and opens one, another or the same: stores what was typed, and throws what kept it from
 * that. An archive that is closed already takes nothing; what waits for it is no reason not to open it.
 */
export async function saveBeforeOpening(): Promise<void> {
	const unsaved = await saveDrafts();
	if (unsaved && !closed.includes(unsaved.code)) throw unsaved;
}
