import { keyWords, useKeyOf } from '#renderer/lib/shortcuts.ts';
import type { CommandId, KeyChord } from '#shared/api/commands.ts';
import styles from './Keys.module.css';

/** A key chord as it is written on the keys: `Ctrl K`. */
export function Keys({ chord }: { chord: KeyChord }) {
	return <kbd className={styles.keys}>{keyWords(chord)}</kbd>;
}

/** The keys that a command has now; nothing when it has none. */
export function CommandKeys({ command }: { command: CommandId }) {
	const chord = useKeyOf(command);
	return chord ? <Keys chord={chord} /> : null;
}
