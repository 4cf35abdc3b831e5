import type { Name } from './name.ts';

/** The form to show: the main one of the language, else the first main one, else the first. */
export function displayForm(name: Pick<Name, 'forms'>, language: string): string {
	const mains = name.forms.filter((form) => form.kind === 'main');
	return (mains.find((form) => form.language === language) ?? mains[0] ?? name.forms[0])?.text ?? '';
}
