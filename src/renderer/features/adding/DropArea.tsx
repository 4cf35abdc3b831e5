import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { showError } from '#renderer/ui/toast.ts';
import { message } from '#shared/messages/messages.ts';
import { addBrowserFiles, addPaths, chooseFiles, chooseFolder } from './add-sources.ts';
import styles from './DropArea.module.css';
import { PasteDialog } from './PasteDialog.tsx';
import { droppedFiles } from './pick-files.ts';

/** Takes files and folders that are dropped anywhere in the window, and answers the commands that add. */
export function DropArea({ children }: { children: ReactNode }) {
	const isReadOnly = useIsReadOnly();
	const [isOver, setIsOver] = useState(false);
	// Enter and leave are sent for every element on the way; only their balance tells.
	const depth = useRef(0);
	useCommand('adding.files', chooseFiles, !isReadOnly);
	useCommand('adding.folder', chooseFolder, !isReadOnly);
	useEffect(() => {
		void desktop?.filesToAdd().then(addPaths, showError);
		desktop?.onFilesToAdd(addPaths);
	}, []);

	function move(event: DragEvent, step: 1 | -1): void {
		if (isReadOnly || !event.dataTransfer.types.includes('Files')) return;
		event.preventDefault();
		depth.current += step;
		setIsOver(depth.current > 0);
	}

	function drop(event: DragEvent): void {
		if (!event.dataTransfer.types.includes('Files')) return;
		event.preventDefault();
		depth.current = 0;
		setIsOver(false);
		if (!isReadOnly) addDropped(event.dataTransfer);
	}

	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: a place to drop on; the commands do the same for the keyboard
		<div
			className={styles.area}
			onDragEnter={(event) => move(event, 1)}
			onDragLeave={(event) => move(event, -1)}
			onDragOver={(event) => event.dataTransfer.types.includes('Files') && event.preventDefault()}
			onDrop={drop}
		>
			{children}
			<PasteDialog />
			{isOver ? (
				<div className={styles.veil}>
					<p className={styles.text}>{message('adding.drop')}</p>
				</div>
			) : null}
		</div>
	);
}

/** Everything is read from the transfer before the first wait: afterwards it is empty. */
function addDropped(transfer: DataTransfer): void {
	if (desktop) {
		const { pathOf } = desktop;
		addPaths([...transfer.files].map((file) => pathOf(file)).filter((path) => path !== ''));
		return;
	}
	const items = [...transfer.items].filter(({ kind }) => kind === 'file');
	const dropped = items.flatMap((item) => item.webkitGetAsEntry() ?? item.getAsFile() ?? []);
	void droppedFiles(dropped).then(addBrowserFiles).catch(showError);
}
