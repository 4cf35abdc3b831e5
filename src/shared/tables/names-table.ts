import { displayForm } from '../domain/displayed-form.ts';
import type { Name } from '../domain/name.ts';
import { writePoint } from '../domain/place-coordinates.ts';
import { activeLocale, message } from '../messages/messages.ts';
import { formatCsv } from '../search/list/csv.ts';

/** Names as CSV: a row for each form, so that none of what is known of it is lost. Identifiers as `scheme:value`. */
export function namesTable(names: readonly Name[]): string {
	const head = [
		message('names.column.name'),
		message('names.kind'),
		message('names.forms.text'),
		message('names.forms.language'),
		message('names.column.script'),
		message('names.forms.kind'),
		message('names.forms.source-field'),
		message('names.identifiers'),
		message('names.coordinates'),
		message('names.description'),
		message('names.description-source'),
		message('names.column.id'),
	];
	const rows = names.flatMap((name) => {
		const { id, kind, forms, identifiers, coordinates, description, source } = name;
		const known = identifiers.map(({ scheme, value }) => `${scheme}:${value}`).join(' ');
		return forms.map((form) => [
			displayForm(name, activeLocale()),
			message(`names.kind.${kind}`),
			...[form.text, form.language, form.script, message(`names.form.${form.kind}`), form.source],
			...[known, coordinates.map(writePoint).join('; '), description, source, id],
		]);
	});
	return formatCsv([head, ...rows]);
}
