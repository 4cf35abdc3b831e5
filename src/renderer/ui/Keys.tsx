import { useKeyOf } from '#renderer/lib/shortcuts.ts';
import { type CommandId, chordKeys, type KeyChord } from '#shared/api/commands.ts';
import styles from './Keys.module.css';

const isMac = navigator.platform.startsWith('Mac');

/** A key chord as it is written on the keys: `Ctrl K`. */
export function Keys({ chord }: { chord: KeyChord }) {
	return <kbd className={styles.keys}>{chordKeys(chord, isMac).join(' ')}</kbd>;
}

/** The keys that a command has now; nothing when it has none. */
export function CommandKeys({ command }: { command: CommandId }) {
	const chord = useKeyOf(command);
	return chord ? <Keys chord={chord} /> : null;
}
