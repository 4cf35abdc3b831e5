import { archive } from '#renderer/lib/archive.ts';
import { queryClient } from '#renderer/lib/query-client.ts';
import { keys } from '#renderer/lib/query-keys.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { NameId } from '#shared/domain/ids.ts';
import type { MentionPlace, Verdict } from '#shared/domain/mention.ts';
import { likelyLanguage, type Name, type NameForm, scriptOfForm } from '#shared/domain/name.ts';
import { message } from '#shared/messages/messages.ts';
import { familyNames } from '#shared/search/mentions/family-names.ts';
import { updateName } from '../name-mutations.ts';

/** Keeps what a person says of passages, and says so with the way back; null takes back what was said. */
export async function judgeMentions(nameId: NameId, places: MentionPlace[], verdict: Verdict | null): Promise<void> {
	try {
		await archive.calls.mentions.judge({ nameId, places, verdict });
		await queryClient.invalidateQueries({ queryKey: keys.mentions.list({ nameId }) });
		showToast(message(`names.mentions.said.${verdict ?? 'open'}`, { count: places.length }), undoAction());
	} catch (error) {
		showError(error);
	}
}

/** Says that the name is written so as well: all passages with these words are mentions from then on, with one undo. */
export async function addForms(name: Name, texts: readonly string[]): Promise<void> {
	try {
		const added = texts.map((text): NameForm => {
			// The letters alone do not tell an Armenian's name in Russian from one in Azerbaijani; the whole name was told.
			const whole = name.forms.find((form) => familyNames({ kind: name.kind, forms: [form] }).includes(text));
			const language = whole?.language ?? likelyLanguage(text);
			return { text, script: scriptOfForm(text), language, kind: 'variant', source: '' };
		});
		await updateName(name, { forms: [...name.forms, ...added] });
		showToast(message('names.mentions.part.added', { words: texts.join(' · ') }), undoAction());
	} catch (error) {
		showError(error);
	}
}
