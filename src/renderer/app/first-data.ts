import { showLanguage } from '#renderer/lib/language.ts';
import { queryClient } from '#renderer/lib/query-client.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { localeKey } from '#shared/messages/locales.ts';

/** A paint without rows and soon after another with them cost 100 ms more than one that waited; nobody waits longer. */
const patienceMs = 400;

/** Otherwise all is laid out in whatever faces the machine has, and once more when the text has asked for its own. */
const firstFaces = ['Sans', 'Serif'].flatMap((kind) =>
	['normal', 'italic'].map((style) => `${style} 1rem "Noto ${kind} Lectern"`),
);

/**
 * Asks for what the frame and the library show, so that the archive answers while the window still loads, and resolves
 * when all of it is there: the first drawing is then the whole one. Resolves without it when the archive takes its time.
 */
export function askForFirstData(): Promise<unknown> {
	const asked = [
		queries.records.list({}),
		queries.archive.status(),
		queries.archive.recent(),
		queries.device.field(),
		queries.collections.list(),
		queries.tags.list(),
		queries.events.list(),
		queries.names.list(),
		queries.jobs.list(),
		...['panes', 'theme', 'character-keys', 'keys', 'welcome-closed', 'tour-closed'].map((key) =>
			queries.profile.get({ key }),
		),
	].map((query) => queryClient.prefetchQuery(query));
	return Promise.race([
		Promise.all([...asked, speakAsChosen(), ...firstFaces.map((face) => document.fonts.load(face))]),
		new Promise((resolve) => setTimeout(resolve, patienceMs)),
	]);
}

/** Should its catalogue not come, the page is drawn in English; the app tries again, and says what failed. */
async function speakAsChosen(): Promise<void> {
	const language = queries.profile.get({ key: localeKey });
	await queryClient.prefetchQuery(language);
	await showLanguage(queryClient.getQueryData(language.queryKey)).catch(() => undefined);
}
