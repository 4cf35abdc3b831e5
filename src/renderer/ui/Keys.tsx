import { chordKeys, type KeyChord } from '#shared/api/commands.ts';
import styles from './Keys.module.css';

const isMac = navigator.platform.startsWith('Mac');

/** A key chord as it is written on the keys: `Ctrl K`. */
export function Keys({ chord }: { chord: KeyChord }) {
	return <kbd className={styles.keys}>{chordKeys(chord, isMac).join(' ')}</kbd>;
}
