import { firstReadingSettings, type ReadingSettings } from './setting-values.ts';

/** What settings of one's choosing hold for, from the widest to the narrowest. */
export const readingScopes = ['all', 'archive', 'record'] as const;
export type ReadingScope = (typeof readingScopes)[number];

/** Where one reads. */
export interface ReadingPlace {
	archiveId: string;
	/** Null while no record is open. */
	recordId: string | null;
}

/** Settings that hold for an archive or a record alone, by `keyOf`; those kept last stand last. */
export type OwnSettings = Readonly<Record<string, Partial<ReadingSettings>>>;

const mostOwn = 300;

/** The settings by which a text is set: its own, else those of its archive, else those of all. */
export function settingsAt(all: Partial<ReadingSettings>, own: OwnSettings, place: ReadingPlace): ReadingSettings {
	const key = keyOf(scopeAt(own, place), place);
	return { ...firstReadingSettings, ...((key === null ? undefined : own[key]) ?? all) };
}

/** For what the settings of a place hold. */
export function scopeAt(own: OwnSettings, place: ReadingPlace): ReadingScope {
	const narrowest = readingScopes.findLast((scope) => {
		const key = keyOf(scope, place);
		return key !== null && own[key] !== undefined;
	});
	return narrowest ?? 'all';
}

/**
 * The own settings once `settings` hold for `scope` from this place on: whatever holds more narrowly here goes, other
 * places keep theirs. For *all* nothing is added: those are kept apart.
 */
export function ownWith(
	own: OwnSettings,
	place: ReadingPlace,
	scope: ReadingScope,
	settings: ReadingSettings,
): OwnSettings {
	const gone = readingScopes.slice(readingScopes.indexOf(scope)).map((each) => keyOf(each, place));
	const others = Object.entries(own).filter(([key]) => !gone.includes(key));
	const key = keyOf(scope, place);
	return Object.fromEntries([...others, ...(key === null ? [] : [[key, settings] as const])].slice(-mostOwn));
}

function keyOf(scope: ReadingScope, { archiveId, recordId }: ReadingPlace): string | null {
	if (scope === 'all' || archiveId === '') return null;
	if (scope === 'archive') return archiveId;
	return recordId === null ? null : `${archiveId}/${recordId}`;
}
