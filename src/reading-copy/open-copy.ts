import type { NotesState, Watched } from '#shared/api/copy-bridge.ts';
import type { FactMessage } from '#shared/api/envelope.ts';
import { isLocale, type Locale, localeFor, localeKey } from '#shared/messages/locales.ts';
import type { CopySource } from './copy-source.ts';
import { type OpenNotes, openNotes } from './notes/open-notes.ts';
import type { OpenedPage } from './open-page.ts';

/** What this window remembers; the browser too, once it keeps notes. */
export interface CopyProfile {
	get(key: string): Promise<unknown>;
	set(key: string, value: unknown): Promise<void>;
}

/** A copy with the notes of its reader. */
export interface OpenCopy {
	source: CopySource;
	/** Once they are read; asked for by what needs them, so that a text is there before. */
	notes(): Promise<OpenNotes>;
	profile: CopyProfile;
	/** Of the interface, as the renderer chooses it. */
	locale(): Locale;
}

/** Key of the profile under which a person's name is kept. */
const authorKey = 'author';

export interface CopyListener {
	/** Passes a fact on to everyone connected. */
	tell(fact: FactMessage): void;
	/** Given the state of the notes once they are read. */
	follow(state: Watched<NotesState>): void;
}

/** @param key what opened it, and in which language; null for a copy that is not encrypted */
export function openCopy(source: CopySource, { tell, follow }: CopyListener, key: OpenedPage['key'] = null): OpenCopy {
	const values = new Map<string, unknown>(key ? [[localeKey, key.locale]] : []);
	let notes: Promise<OpenNotes> | null = null;

	async function readNotes(): Promise<OpenNotes> {
		const [core, inCopy] = await Promise.all([source.core(), source.notes()]);
		const read = await openNotes({
			...{ core, inCopy, profile: values, mayKeep: key === null },
			author: () => String(values.get(authorKey) ?? ''),
			onChange({ ids, recordIds }) {
				tell({ fact: 'annotations.changed', data: { ids, recordIds } });
				tell({ fact: 'records.changed', data: { ids: recordIds } });
				tell({ fact: 'history.changed', data: {} });
			},
		});
		follow(read.state);
		return read;
	}
	function opened(): Promise<OpenNotes> {
		if (notes) return notes;
		const reading = readNotes();
		// A part that could not be had may be there when it is asked for again.
		reading.catch(() => {
			if (notes === reading) notes = null;
		});
		notes = reading;
		return reading;
	}

	return {
		source,
		notes: opened,
		profile: {
			async get(key) {
				await opened().catch(() => undefined);
				return values.get(key) ?? null;
			},
			async set(key, value) {
				values.set(key, value);
				const { keepProfile } = await opened();
				keepProfile(key, value);
				tell({ fact: 'profile.changed', data: { key } });
			},
		},
		locale() {
			const chosen = values.get(localeKey);
			return isLocale(chosen) ? chosen : localeFor(navigator.languages);
		},
	};
}
