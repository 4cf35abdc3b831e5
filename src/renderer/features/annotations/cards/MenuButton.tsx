import { type ReactNode, useRef, useState } from 'react';
import { Menu } from '#renderer/ui/Menu.tsx';

interface MenuButtonProps {
	/** What the button is called; also shown when the pointer rests on it. */
	label: string;
	className: string | undefined;
	/** What the button shows. */
	children: ReactNode;
	/** The menu's entries, asked for when it opens. */
	entries(): ReactNode;
	/** Marked as chosen. */
	chosen?: string;
	onChoose(key: string): void;
}

/**
 * A button whose menu comes into being when it is opened. A record may have a thousand cards with two menus each:
 * the component library's own triggers took 1.5 ms a card.
 */
export function MenuButton({ label, className, children, entries, chosen, onChoose }: MenuButtonProps) {
	const [isOpen, setIsOpen] = useState(false);
	const button = useRef<HTMLButtonElement>(null);
	return (
		<>
			<button
				ref={button}
				type="button"
				className={className}
				aria-label={label}
				title={label}
				aria-haspopup="menu"
				aria-expanded={isOpen}
				onClick={() => setIsOpen(true)}
			>
				{children}
			</button>
			{isOpen && (
				<Menu
					aria-label={label}
					autoFocus="first"
					popover={{ triggerRef: button, isOpen, onOpenChange: setIsOpen, placement: 'bottom start' }}
					{...(chosen === undefined ? {} : { selectionMode: 'single' as const, selectedKeys: [chosen] })}
					onAction={(key) => {
						setIsOpen(false);
						onChoose(String(key));
					}}
				>
					{entries()}
				</Menu>
			)}
		</>
	);
}
