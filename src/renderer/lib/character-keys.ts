import { useProfile } from './profile.ts';

/** Where the device profile keeps whether they act. */
export const characterKeysKey = 'character-keys';

/** Whether single-letter keys act; a setting of this device (WCAG 2.1.4). */
export function useCharacterKeys(): [boolean, (isOn: boolean) => void] {
	const [isOn, set] = useProfile(characterKeysKey, true);
	return [isOn, set];
}
