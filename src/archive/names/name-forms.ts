import { AppError } from '#shared/domain/app-error.ts';
import { isSameForm, type NameForm, scriptOfForm } from '#shared/domain/name.ts';
import { message } from '#shared/messages/messages.ts';

/**
 * Forms as they are stored: on one line, without space at the ends. Throws `invalid-input` for a name without any, for
 * one that is empty, for one that stands twice, and for a second main form of a language.
 */
export function checkedForms(given: readonly NameForm[]): NameForm[] {
	const forms = given.map((form) => {
		const text = onOneLine(form.text);
		return { ...form, text, script: form.script || scriptOfForm(text), source: onOneLine(form.source) };
	});
	if (forms.length === 0) throw invalid(message('names.refused.no-form'));
	for (const [at, form] of forms.entries()) {
		if (form.text === '') throw invalid(message('names.refused.empty-form'));
		const before = forms.slice(0, at);
		if (before.some((other) => isSameForm(other, form)))
			throw invalid(message('names.refused.twice', { text: form.text }));
		if (form.kind === 'main' && before.some(({ kind, language }) => kind === 'main' && language === form.language))
			throw invalid(message('names.refused.second-main', { text: form.text }));
	}
	return forms;
}

function onOneLine(text: string): string {
	return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

function invalid(reason: string): AppError {
	return new AppError('invalid-input', { reason });
}
