import type { RecordSummary } from '#shared/domain/record.ts';

/**
 * Whether a record's access keeps what is said of it out of every export: it is not open, and no date that
 * has passed ends that. An uncertain date ends nothing.
 */
export function isWithheld({ access, embargoUntil }: Pick<RecordSummary, 'access' | 'embargoUntil'>, today: string) {
	if (access === 'open') return false;
	const isPlainDate = /^\d{4}(-\d{2}){0,2}$/.test(embargoUntil);
	return !isPlainDate || today.slice(0, embargoUntil.length) <= embargoUntil;
}
