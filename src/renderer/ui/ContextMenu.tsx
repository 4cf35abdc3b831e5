import { type ReactNode, type RefObject, useRef } from 'react';
import { createPortal } from 'react-dom';
import { runCommand, useAnsweredCommands } from '#renderer/lib/commands.ts';
import { type CommandId, commandTitleKey } from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './ContextMenu.module.css';
import type { MenuPoint } from './context-menu.ts';
import { Menu, MenuItem } from './Menu.tsx';

interface ContextMenuProps {
	/** A point, where one was pointed at, or else what it stands at. */
	at: MenuPoint | RefObject<Element | null>;
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
	const point = 'current' in at ? null : at;
	return (
		<>
			{point &&
				createPortal(
					// Subtle: where the pointer was is the one thing that no stylesheet knows.
					<span ref={anchor} aria-hidden className={styles.anchor} style={{ left: point.x, top: point.y }} />,
					document.body,
				)}
			<Menu
				autoFocus="first"
				aria-label={label}
				popover={{
					triggerRef: 'current' in at ? at : anchor,
					isOpen: true,
					onOpenChange: onClose,
					placement: 'bottom start',
				}}
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
		.map((id) => <CommandEntry key={id} command={id} onAction={() => onceClosed(() => runCommand(id))} />);
}

interface CommandEntryProps {
	command: CommandId;
	/** What the menu's `onAction` is told. */
	id?: string;
	isDisabled?: boolean;
	onAction?(): void;
}

/** A command by the name and keys that it has everywhere; what it is done with is said by the menu that it stands in. */
export function CommandEntry({ command, ...rest }: CommandEntryProps) {
	return (
		<MenuItem {...rest} command={command}>
			{message(commandTitleKey(command))}
		</MenuItem>
	);
}

/** The component library gives the focus back in the frame after a menu has closed; what moves it must come later. */
export function onceClosed(action: () => void): void {
	requestAnimationFrame(() => requestAnimationFrame(action));
}
