import { useNavigate } from '@tanstack/react-router';
import { nameTitle } from '#renderer/lib/name-words.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { showError } from '#renderer/ui/toast.ts';
import type { Name } from '#shared/domain/name.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './NameDialogs.module.css';
import { removeNames } from './name-mutations.ts';
import { useNames } from './names-store.ts';
import { Uses } from './Uses.tsx';

/** Asks before names are removed, and says what would lose its end. */
export function RemoveDialog({ names, onClose }: { names: readonly Name[]; onClose(): void }) {
	const navigate = useNavigate();
	const ids = names.map(({ id }) => id);

	function remove(): void {
		onClose();
		removeNames(ids).then(() => {
			useNames.setState({ selectedIds: new Set(), anchorId: null, cursorId: null });
			void navigate({ to: '/names/{-$nameId}', params: { nameId: undefined }, replace: true });
		}, showError);
	}

	return (
		<Dialog
			role="alertdialog"
			title={message('names.remove.title', { count: names.length, name: names[0] ? nameTitle(names[0]) : '' })}
			isOpen
			onClose={onClose}
			actions={
				<>
					<Button autoFocus onPress={onClose}>
						{message('dialog.cancel')}
					</Button>
					<Button variant="danger" onPress={remove}>
						{message('names.remove')}
					</Button>
				</>
			}
		>
			<div className={styles.form}>
				{names.length > 1 ? (
					<ul className={styles.forms}>
						{names.map((name) => (
							<li key={name.id}>{nameTitle(name)}</li>
						))}
					</ul>
				) : null}
				<Uses ids={ids} />
				<p className={styles.soft}>{message('names.remove.search')}</p>
			</div>
		</Dialog>
	);
}
