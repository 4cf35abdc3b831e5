import { archive } from '#renderer/lib/archive.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { showError, showToast } from '#renderer/ui/toast.ts';
import {
	isSameForm,
	likelyLanguage,
	type Name,
	type NameForm,
	type NameKind,
	scriptOfForm,
} from '#shared/domain/name.ts';
import type { FoundCandidate, RejectedName } from '#shared/domain/name-suggestion.ts';
import { fieldsOfKnown, knownForms } from '#shared/known-forms/known-forms.ts';
import { message } from '#shared/messages/messages.ts';
import { mainSpelling } from '#shared/name-suggestions/candidate-tally.ts';
import { addName, updateName } from '../name-mutations.ts';

/** Makes a name of it: with all forms of the table where it stands there, else with the one that was found. */
export async function acceptAsName(candidate: FoundCandidate, kind: NameKind): Promise<void> {
	const known = knownForms().find(({ id }) => id === candidate.knownId);
	if (known) await addName(fieldsOfKnown(known), known.id);
	else await addName({ kind, description: '', source: '', forms: [{ ...formOf(candidate), kind: 'main' }] });
}

/** Adds the form that was found to a name, in the language that its letters speak for. */
export async function acceptAsForm(candidate: FoundCandidate, name: Name): Promise<void> {
	const form = formOf(candidate);
	if (name.forms.some((known) => isSameForm(known, form))) return;
	try {
		await updateName(name, { forms: [...name.forms, form] });
		showToast(message('names.suggestions.form-added', { form: form.text }), undoAction());
	} catch (error) {
		showError(error);
	}
}

export async function rejectSuggestion(candidate: FoundCandidate): Promise<void> {
	try {
		const text = mainSpelling(candidate);
		await archive.calls.nameSuggestions.reject({ texts: [text] });
		showToast(message('names.suggestions.rejected', { text }), undoAction());
	} catch (error) {
		showError(error);
	}
}

export async function readmitSuggestion({ id }: RejectedName): Promise<void> {
	await archive.calls.nameSuggestions.readmit({ ids: [id] }).catch(showError);
}

/** With the passage where it was found as its source. */
function formOf(candidate: FoundCandidate): NameForm {
	const text = mainSpelling(candidate);
	const [example] = candidate.examples;
	const source = example ? sourceOf(example) : '';
	return { text, script: scriptOfForm(text), language: likelyLanguage(text), kind: 'variant', source };
}

function sourceOf({ recordTitle, number }: FoundCandidate['examples'][number]): string {
	return number === null ? recordTitle : message('links.at-paragraph', { title: recordTitle, number });
}
