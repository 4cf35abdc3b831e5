import { Check } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import {
	Menu as AriaMenu,
	MenuItem as AriaMenuItem,
	type MenuItemProps as AriaMenuItemProps,
	type MenuProps as AriaMenuProps,
	Header,
	MenuSection,
	MenuTrigger,
	Separator,
} from 'react-aria-components';
import type { CommandId } from '#shared/api/commands.ts';
import { CommandKeys } from './Keys.tsx';
import styles from './Menu.module.css';
import { Popover } from './Popover.tsx';

export { MenuTrigger };

interface MenuProps<T> extends Omit<AriaMenuProps<T>, 'className'> {
	/** For a menu that is opened otherwise than by a button: what it stands at, and whether it is open. */
	popover?: Pick<ComponentProps<typeof Popover>, 'triggerRef' | 'isOpen' | 'onOpenChange' | 'placement'>;
}

/** Goes after its button inside `MenuTrigger`. */
export function Menu<T extends object>({ popover, ...props }: MenuProps<T>) {
	return (
		<Popover isMenu {...(popover ? { ...popover, 'aria-label': props['aria-label'] } : {})}>
			<AriaMenu {...props} className={styles.menu ?? ''} />
		</Popover>
	);
}

/** On an entry that is a command: which one. */
export const commandAttribute = 'data-command';

interface MenuItemProps extends Omit<AriaMenuItemProps, 'className' | 'children'> {
	children: ReactNode;
	/** Shown at the end. */
	hint?: ReactNode;
	/** What it does is this command: its keys are shown at the end, and choose it while the menu is open. */
	command?: CommandId | undefined;
}

export function MenuItem({ children, hint, command, ...rest }: MenuItemProps) {
	return (
		<AriaMenuItem
			{...rest}
			{...(command && { [commandAttribute]: command })}
			textValue={rest.textValue ?? String(children)}
			className={styles.item ?? ''}
		>
			{({ isSelected, selectionMode }) => (
				<>
					{selectionMode === 'none' ? null : (
						<span className={styles.check}>{isSelected ? <Check size={14} /> : null}</span>
					)}
					<span className={styles.label}>{children}</span>
					{hint === undefined ? null : <span className={styles.hint}>{hint}</span>}
					{command ? <CommandKeys command={command} /> : null}
				</>
			)}
		</AriaMenuItem>
	);
}

export function MenuGroup({ title, children }: { title: string; children: ReactNode }) {
	return (
		<MenuSection className={styles.group ?? ''}>
			<Header className={styles.header ?? ''}>{title}</Header>
			{children}
		</MenuSection>
	);
}

export function MenuSeparator() {
	return <Separator className={styles.separator ?? ''} />;
}
