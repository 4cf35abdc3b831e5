import { useQuery } from '@tanstack/react-query';
import { runCommand } from '#renderer/lib/commands.ts';
import { formatInstant } from '#renderer/lib/format.ts';
import { readingCopy, useWatched } from '#renderer/lib/reading-copy.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { SettingsSection } from '#renderer/ui/SettingsSection.tsx';
import { showError } from '#renderer/ui/toast.ts';
import type { NotesState, ReadingCopyBridge } from '#shared/api/copy-bridge.ts';
import { message } from '#shared/messages/messages.ts';
import { sealWords } from './CopyState.tsx';
import { forgetNotes, keepNotes, openNotes, saveNotes } from './copy-notes.ts';
import styles from './reading-copy.module.css';
import { useCopyHome } from './SealNotesDialog.tsx';

/** What this copy is, whether it is whole, and what becomes of the notes in it. */
export function CopySettings() {
	if (!readingCopy) return null;
	return (
		<>
			<Seal copy={readingCopy} />
			<Notes copy={readingCopy} />
		</>
	);
}

function Seal({ copy }: { copy: ReadingCopyBridge }) {
	const seal = useWatched(copy.seal);
	const { data: made } = useQuery({ queryKey: ['copy', 'made'], queryFn: () => copy.made() });
	return (
		<SettingsSection title={message('reading-copy.title')}>
			<p className={styles.hint}>{message('reading-copy.text')}</p>
			<dl className={styles.facts}>
				<dt>{message('reading-copy.made')}</dt>
				<dd>
					{made ? message('reading-copy.made-with', { at: formatInstant(made.at), software: made.software }) : ''}
				</dd>
				<dt>{message('reading-copy.digest')}</dt>
				<dd>
					<code className={styles.digest}>{seal.digest}</code>
				</dd>
				<dt>{message('reading-copy.seal')}</dt>
				<dd>
					<span role="status">{sealWords(seal)}</span>
				</dd>
			</dl>
			{seal.changed.length > 0 ? (
				<>
					<p className={styles.warning}>{message('reading-copy.seal.what-to-do')}</p>
					<ul className={styles.files}>
						{seal.changed.map((path) => (
							<li key={path}>{path}</li>
						))}
					</ul>
				</>
			) : null}
			<p className={styles.hint}>{message('reading-copy.seal.hint')}</p>
			{seal.isChecking ? (
				<ProgressBar label={message('reading-copy.seal.checking')} done={seal.checked} total={seal.total} />
			) : (
				<Button onPress={copy.checkSeal}>{message('reading-copy.seal.check')}</Button>
			)}
		</SettingsSection>
	);
}

function Notes({ copy }: { copy: ReadingCopyBridge }) {
	const notes = useWatched(copy.notes);
	const { data: home } = useCopyHome(copy);
	return (
		<SettingsSection title={message('reading-copy.notes')}>
			<p className={styles.hint}>{message('reading-copy.notes.text')}</p>
			<div className={styles.buttons}>
				<Button variant="primary" onPress={() => void saveNotes().catch(showError)}>
					{message('command.notes.save')}
				</Button>
				{home ? <Button onPress={() => runCommand('notes.seal')}>{message('command.notes.seal')}</Button> : null}
				<Button onPress={() => void openNotes().catch(showError)}>{message('command.notes.open')}</Button>
				{notes.isKept ? (
					<Button onPress={() => void forgetNotes().catch(showError)}>{message('reading-copy.notes.forget')}</Button>
				) : notes.canKeep ? (
					<Button onPress={() => void keepNotes()}>{message('reading-copy.notes.keep')}</Button>
				) : null}
			</div>
			<p className={styles.hint}>{message(copy.isEncrypted ? 'reading-copy.notes.encrypted' : keepingOf(notes))}</p>
		</SettingsSection>
	);
}

function keepingOf({ isKept, canKeep }: NotesState) {
	if (isKept) return 'reading-copy.notes.kept-hint' as const;
	return canKeep ? ('reading-copy.notes.keep-hint' as const) : ('reading-copy.notes.cannot-keep' as const);
}
