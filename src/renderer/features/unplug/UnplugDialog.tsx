import { openArchiveAt } from '#renderer/features/passphrase/index.ts';
import { archive } from '#renderer/lib/archive.ts';
import { fileNameOf } from '#renderer/lib/archive-status.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { showError } from '#renderer/ui/toast.ts';
import { isSafeToUnplug, type Unplugged, type Unplugging } from '#shared/domain/medium.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './UnplugDialog.module.css';
import { forgetUnplugged, unplugArchive, useUnplug } from './unplug-store.ts';

/** Answers the command that makes the archive ready to unplug, and stands before everything until it is open again. */
export function UnplugDialog() {
	const state = useUnplug();
	useCommand('archive.unplug', () => void unplugArchive(), readingCopy === undefined);
	if (state.stage === 'none') return null;
	if (state.stage === 'closing') return <Closing reading={state.reading} />;
	return <Closed path={state.path} unplugged={state.unplugged} />;
}

/** The archive is closed by the time that it is read back: only the wait for its digest can be left. */
function Closing({ reading: { done, total } }: { reading: Unplugging }) {
	const words = message(total > 0 ? 'unplug.reading' : 'unplug.closing');
	const skip = () => void archive.calls.archive.stopUnplugReading().catch(showError);
	return (
		<Dialog
			title={message('command.archive.unplug')}
			role="alertdialog"
			isOpen
			actions={total > 0 ? <Button onPress={skip}>{message('unplug.skip')}</Button> : null}
		>
			<div className={styles.facts} role="status">
				<p>{words}</p>
				<ProgressBar label={words} done={done} total={total} />
			</div>
		</Dialog>
	);
}

function Closed({ path, unplugged }: { path: string; unplugged: Unplugged | null }) {
	async function openAgain(): Promise<void> {
		if (await openArchiveAt(path)) forgetUnplugged();
	}

	const isSafe = unplugged !== null && isSafeToUnplug(unplugged);
	return (
		<Dialog
			title={message(isSafe ? 'unplug.safe' : 'unplug.not-safe')}
			role="alertdialog"
			isOpen
			actions={
				<Button variant="primary" onPress={() => void openAgain()} autoFocus>
					{message('unplug.open-again')}
				</Button>
			}
		>
			<div className={styles.facts} data-tone={isSafe ? 'ok' : 'warn'}>
				{unplugged ? <Facts unplugged={unplugged} isSafe={isSafe} /> : <p>{message('unplug.failed')}</p>}
			</div>
		</Dialog>
	);
}

function Facts({ unplugged, isSafe }: { unplugged: Unplugged; isSafe: boolean }) {
	const { path, sha256, notesPath, stoppedJobs, leftBeside, heldBy, isProgramThere, isMediumSynced } = unplugged;
	return (
		<>
			{isSafe ? <p className={styles.main}>{message('unplug.safe-hint', { file: fileNameOf(path) })}</p> : null}
			{leftBeside.length > 0 ? (
				<p className={styles.main}>{message('unplug.left', { files: leftBeside.join(', ') })}</p>
			) : null}
			{isProgramThere ? <p className={styles.main}>{message('unplug.own')}</p> : null}
			{heldBy && heldBy.length > 0 ? (
				<p className={styles.main}>{message('unplug.held', { programs: heldBy.join(', ') })}</p>
			) : null}
			{notesPath ? <p className={styles.main}>{message('unplug.notes', { path: notesPath })}</p> : null}
			{stoppedJobs > 0 ? <p>{message('unplug.jobs', { count: stoppedJobs })}</p> : null}
			{heldBy === null ? <p>{message('unplug.unseen')}</p> : null}
			{isMediumSynced ? null : <p>{message('unplug.eject')}</p>}
			{sha256 ? (
				<div>
					<p className={styles.label}>{message('unplug.digest')}</p>
					<code className={styles.digest}>{sha256}</code>
				</div>
			) : null}
		</>
	);
}
