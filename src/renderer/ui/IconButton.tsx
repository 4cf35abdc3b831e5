import type { ReactNode } from 'react';
import { TooltipTrigger } from 'react-aria-components';
import { Button, type ButtonProps } from './Button.tsx';
import { classes } from './classes.ts';
import styles from './IconButton.module.css';
import { Tooltip } from './Tooltip.tsx';

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label'> {
	/** The accessible name, shown as the tooltip too. */
	label: string;
	/** Keys to show in the tooltip. */
	keyHint?: string | undefined;
	children: ReactNode;
}

export function IconButton({ label, keyHint, children, className, variant = 'quiet', ...rest }: IconButtonProps) {
	return (
		<TooltipTrigger delay={500} closeDelay={0}>
			<Button {...rest} variant={variant} aria-label={label} className={classes(styles.icon, className)}>
				{children}
			</Button>
			<Tooltip keyHint={keyHint}>{label}</Tooltip>
		</TooltipTrigger>
	);
}
