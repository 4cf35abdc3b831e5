import { likelyLanguage, type NameForm, scriptOfForm } from '#shared/domain/name.ts';

/** A form while it is written: its script is told by its letters. */
export type FormDraft = Omit<NameForm, 'script'> & { isLanguageChosen?: boolean };

/** Languages to choose from, the most likely ones first; what a form has besides is offered too. */
export const formLanguages: readonly string[] =
	'en ru hy az az-Cyrl ka tr fr de fa ar he el uk be kk uz tk ky tg ab os it es pl nl und'.split(' ');

export const emptyDraft: FormDraft = { text: '', language: 'en', kind: 'main', source: '' };

/** A further form of a name is a variant until it is the first of its language. */
export function newDraft(forms: readonly NameForm[]): FormDraft {
	return { ...emptyDraft, kind: forms.length === 0 ? 'main' : 'variant' };
}

/** The draft with another text: its language follows the letters as long as nobody chose it. */
export function withText(draft: FormDraft, text: string): FormDraft {
	const isGuessed = draft.isLanguageChosen !== true && text.trim() !== '';
	return { ...draft, text, language: isGuessed ? likelyLanguage(text) : draft.language };
}

export function toForm({ text, language, kind, source }: FormDraft): NameForm {
	const trimmed = text.trim().replace(/\s+/g, ' ');
	return { text: trimmed, script: scriptOfForm(trimmed), language, kind, source: source.trim() };
}
