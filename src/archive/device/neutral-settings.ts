import { chosenKeysKey } from '#shared/api/chosen-keys.ts';
import { keepZipKey } from '#shared/api/jobs-api.ts';
import { localeKey } from '#shared/messages/locales.ts';

/** Settings of the device profile that tell nothing of an archive or of a person: how Lectern looks and behaves. */
const neutralSettings: ReadonlySet<string> = new Set([
	localeKey,
	chosenKeysKey,
	keepZipKey,
	'theme',
	'character-keys',
	'panes',
	'reading',
	'beside.together',
	'print.notes',
	'citation-style',
	'lock-after-minutes',
	'welcome-closed',
	'tour-closed',
]);

/** Whether the field profile may keep it: what is not known to be neutral is not kept. */
export function isNeutralSetting(key: string): boolean {
	return neutralSettings.has(key);
}
