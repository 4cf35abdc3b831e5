import { useProfile } from '#renderer/lib/profile.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import { message } from '#shared/messages/messages.ts';
import styles from './SettingsPage.module.css';

/** Who new notes are by; kept on this device, written into the notes. */
export function AuthorName() {
	const [name, setName] = useProfile('author', '');
	return (
		<>
			<TextField label={message('settings.author')} value={name} onChange={setName} />
			<p className={styles.note}>{message('settings.author-text')}</p>
		</>
	);
}
