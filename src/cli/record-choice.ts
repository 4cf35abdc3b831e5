import { AppError } from '#shared/domain/app-error.ts';
import type { RecordSummary } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';

/** Last characters of an id that the table shows; ids made together begin alike. */
export const shortIdLength = 8;

/**
 * The record that a person means: by id, by the end or beginning of one, or by title, whole or in part. Throws not-found,
 * and invalid-input with the choices when it could be several.
 */
export function findRecord(records: readonly RecordSummary[], asked: string): RecordSummary {
	const wanted = asked.trim().toLocaleLowerCase();
	const title = (record: RecordSummary) => record.title.toLocaleLowerCase();
	const tests: ((record: RecordSummary) => boolean)[] = [
		(record) => record.id === wanted,
		(record) => title(record) === wanted,
		(record) => /^[0-9a-f-]{4,}$/.test(wanted) && (record.id.endsWith(wanted) || record.id.startsWith(wanted)),
		(record) => wanted !== '' && title(record).includes(wanted),
	];
	for (const test of tests) {
		const found = records.filter(test);
		if (found[0] && found.length === 1) return found[0];
		if (found.length > 1) throw new AppError('invalid-input', { reason: describeChoices(asked, found) });
	}
	throw new AppError('not-found', { what: asked });
}

function describeChoices(asked: string, found: readonly RecordSummary[]): string {
	const shown = found.slice(0, 5).map(({ id, title }) => `${id.slice(-shortIdLength)} ${title}`);
	return message('cli.show.ambiguous', { asked, count: found.length, choices: shown.join('; ') });
}
