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
