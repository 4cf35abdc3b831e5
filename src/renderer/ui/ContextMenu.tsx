import { type ReactNode, useRef } from 'react';
import { createPortal } from 'react-dom';
import { runCommand, useAnsweredCommands } from '#renderer/lib/commands.ts';
import { type CommandId, commandTitleKey } from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './ContextMenu.module.css';
import type { MenuPoint } from './context-menu.ts';
import { Menu, MenuItem } from './Menu.tsx';

interface ContextMenuProps {
	at: MenuPoint;
	/** Its accessible name: what the menu is of. */
	label: string;
	onClose(): void;
	/** Told the id of the chosen entry; entries with an action of their own need none. */
	onAction?(key: string): void;
	children: ReactNode;
}

/** The menu that the right button, the menu key or Shift+F10 asks for. Shown as long as it is mounted. */
export function ContextMenu({ at, label, onClose, onAction, children }: ContextMenuProps) {
	const anchor = useRef<HTMLSpanElement>(null);
	return (
		<>
			{createPortal(
				// Subtle: where the pointer was is the one thing that no stylesheet knows.
				<span ref={anchor} aria-hidden className={styles.anchor} style={{ left: at.x, top: at.y }} />,
				document.body,
			)}
			<Menu
				autoFocus="first"
				aria-label={label}
				popover={{ triggerRef: anchor, isOpen: true, onOpenChange: onClose, placement: 'bottom start' }}
				onAction={(key) => {
					onClose();
					onAction?.(String(key));
				}}
			>
				{children}
			</Menu>
		</>
	);
}

/** Commands as the palette has them: the same names and keys, and only those that somebody answers. */
export function CommandItems({ ids }: { ids: readonly CommandId[] }) {
	const answered = useAnsweredCommands();
	return ids
		.filter((id) => answered.has(id))
		.map((id) => (
			<MenuItem key={id} id={id} command={id} onAction={() => onceClosed(() => runCommand(id))}>
				{message(commandTitleKey(id))}
			</MenuItem>
		));
}

/** The component library gives the focus back in the frame after a menu has closed; what moves it must come later. */
export function onceClosed(action: () => void): void {
	requestAnimationFrame(() => requestAnimationFrame(action));
}
