import { AppError } from '#shared/domain/app-error.ts';
import type { Collection } from '#shared/domain/collection.ts';
import type { ArchiveEvent } from '#shared/domain/event.ts';
import type { RecordSummary } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';

/** Last characters of an id that the table shows; ids made together begin alike. */
export const shortIdLength = 8;

const mostChoices = 12;

export function findRecord(records: readonly RecordSummary[], asked: string): RecordSummary {
	return findTitled(records, asked, 'cli.show.ambiguous');
}

export function findEvent(events: readonly ArchiveEvent[], asked: string): ArchiveEvent {
	return findTitled(events, asked, 'cli.events.ambiguous');
}

/** By id or by the whole name. Throws not-found, and invalid-input with the ids where several have it. */
export function findCollection(all: readonly Collection[], asked: string): Collection {
	const wanted = asked.trim().toLocaleLowerCase();
	const found = all.filter(({ id, name }) => id === wanted || name.toLocaleLowerCase() === wanted);
	if (found[0] && found.length === 1) return found[0];
	if (found.length === 0) throw new AppError('not-found', { what: asked });
	const reason = message('cli.verify.severalCollections', { ids: found.map(({ id }) => id).join(', ') });
	throw new AppError('invalid-input', { reason });
}

interface Titled {
	id: string;
	title: string;
}
type AmbiguousWords = 'cli.show.ambiguous' | 'cli.events.ambiguous';

/**
 * What a person means: by id, by the end or beginning of one, or by title, whole or in part. Throws not-found,
 * and ambiguous with the choices when it could be several.
 */
function findTitled<T extends Titled>(things: readonly T[], asked: string, ambiguous: AmbiguousWords): T {
	const wanted = asked.trim().toLocaleLowerCase();
	const title = (thing: T) => thing.title.toLocaleLowerCase();
	const tests: ((thing: T) => boolean)[] = [
		({ id }) => id === wanted,
		(thing) => title(thing) === wanted,
		({ id }) => /^[0-9a-f-]{4,}$/.test(wanted) && (id.endsWith(wanted) || id.startsWith(wanted)),
		(thing) => wanted !== '' && title(thing).includes(wanted),
	];
	for (const test of tests) {
		const found = things.filter(test);
		if (found[0] && found.length === 1) return found[0];
		if (found.length > 1) throw new AppError('ambiguous', { reason: describeChoices(asked, found, ambiguous) });
	}
	throw new AppError('not-found', { what: asked });
}

function describeChoices(asked: string, found: readonly Titled[], ambiguous: AmbiguousWords): string {
	const choices = listChoices(found.map(({ id, title }) => `${id.slice(-shortIdLength)} ${title}`));
	return message(ambiguous, { asked, count: found.length, choices });
}

/** What could be meant, as one line; where there is more than is of use, its end says so. */
export function listChoices(choices: readonly string[]): string {
	return [...choices.slice(0, mostChoices), ...(choices.length > mostChoices ? ['…'] : [])].join('; ');
}
