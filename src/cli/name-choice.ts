import { AppError } from '#shared/domain/app-error.ts';
import { displayForm } from '#shared/domain/displayed-form.ts';
import type { Name } from '#shared/domain/name.ts';
import { activeLocale, message } from '#shared/messages/messages.ts';
import { fold } from '#shared/text/fold.ts';
import { listChoices, shortIdLength } from './record-choice.ts';

/**
 * The name that a person means: by id, by the end or beginning of one, or by any of its forms, whole or in part. Throws
 * not-found, and ambiguous with the choices when it could be several.
 */
export function findName(names: readonly Name[], asked: string): Name {
	const wanted = asked.trim().toLowerCase();
	const tests: ((name: Name) => boolean)[] = [
		({ id }) => id === wanted,
		({ forms }) => forms.some(({ text }) => compared(text) === compared(asked)),
		({ id }) => /^[0-9a-f-]{4,}$/.test(wanted) && (id.endsWith(wanted) || id.startsWith(wanted)),
		(name) => hasForm(name, asked),
	];
	for (const test of tests) {
		const found = names.filter(test);
		if (found[0] && found.length === 1) return found[0];
		if (found.length > 1) throw new AppError('ambiguous', { reason: describeChoices(asked, found) });
	}
	throw new AppError('not-found', { what: asked });
}

/** Whether some form holds what was asked; case and accents do not matter. */
export function hasForm({ forms }: Name, asked: string): boolean {
	const wanted = compared(asked);
	return wanted !== '' && forms.some(({ text }) => compared(text).includes(wanted));
}

export function nameTitle(name: Name): string {
	return displayForm(name, activeLocale());
}

function compared(text: string): string {
	return text.trim().split(/\s+/).map(fold).join(' ');
}

function describeChoices(asked: string, found: readonly Name[]): string {
	const choices = listChoices(
		found.map((name) => `${name.id.slice(-shortIdLength)} ${nameTitle(name)} (${name.kind})`),
	);
	return message('cli.names.ambiguous', { asked, count: found.length, choices });
}
