import type { ReactNode } from 'react';
import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './Popover.module.css';

interface PopoverProps extends Omit<AriaPopoverProps, 'className' | 'style' | 'children'> {
	/** Its accessible name; a popover that holds a menu takes the menu's. */
	label?: string | undefined;
	isMenu?: boolean;
	children: ReactNode;
}

/** A small surface beside a control. With content that is no menu it is a dialog, closed by Escape or a press outside. */
export function Popover({ label, isMenu = false, children, ...rest }: PopoverProps) {
	return (
		// React Aria makes the popover itself the dialog, its unseen closing buttons included.
		<AriaPopover
			offset={4}
			{...rest}
			{...(label ? { 'aria-label': label } : {})}
			className={classes(styles.popover, !isMenu && styles.padded)}
		>
			{isMenu ? children : <div className={styles.dialog}>{children}</div>}
		</AriaPopover>
	);
}
