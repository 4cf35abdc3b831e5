import { archive } from '#renderer/lib/archive.ts';
import { queryClient } from '#renderer/lib/query-client.ts';
import { keys } from '#renderer/lib/query-keys.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { NameId } from '#shared/domain/ids.ts';
import type { MentionPlace, Verdict } from '#shared/domain/mention.ts';
import { message } from '#shared/messages/messages.ts';

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
