import { LockKeyhole } from 'lucide-react';
import { fileNameOf } from '#renderer/lib/archive-status.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { message } from '#shared/messages/messages.ts';
import styles from './LockScreen.module.css';
import { addAskedFiles, openArchiveAt, useAsked } from './open-archive.ts';
import { UnlockForm } from './UnlockForm.tsx';

/** Stands in place of everything while the archive is locked, or not open yet for want of its passphrase. */
export function LockScreen({ path: lockedPath }: { path: string }) {
	const asked = useAsked();
	const path = asked.path ?? lockedPath;

	async function openAnother(): Promise<void> {
		const chosen = await desktop?.chooseArchive();
		if (chosen) await openArchiveAt(chosen);
	}

	return (
		<main className={styles.screen}>
			<div className={styles.card}>
				<LockKeyhole size={28} aria-hidden className={styles.icon} />
				<h1 className={styles.title}>{message('passphrase.locked-title')}</h1>
				<p className={styles.file}>{fileNameOf(path)}</p>
				<UnlockForm key={path} path={path} onOpened={addAskedFiles}>
					{desktop ? (
						<Button variant="quiet" onPress={() => void openAnother()}>
							{message('passphrase.open-another')}
						</Button>
					) : null}
				</UnlockForm>
				<p className={styles.note}>{message('passphrase.warning')}</p>
			</div>
		</main>
	);
}
