import { useProfile } from './profile.ts';

/** Whether single-letter keys act; a setting of this device (WCAG 2.1.4). */
export function useCharacterKeys(): [boolean, (isOn: boolean) => void] {
	const [isOn, set] = useProfile('character-keys', true);
	return [isOn, set];
}
