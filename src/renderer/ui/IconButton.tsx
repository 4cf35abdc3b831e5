import type { ReactNode } from 'react';
import { TooltipTrigger } from 'react-aria-components';
import type { CommandId } from '#shared/api/commands.ts';
import { Button, type ButtonProps } from './Button.tsx';
import { classes } from './classes.ts';
import styles from './IconButton.module.css';
import { Tooltip } from './Tooltip.tsx';

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label'> {
	/** The accessible name, shown as the tooltip too. */
	label: string;
	/** What it does is this command: its keys are shown in the tooltip. */
	command?: CommandId | undefined;
	children: ReactNode;
}

export function IconButton({ label, command, children, className, variant = 'quiet', ...rest }: IconButtonProps) {
	return (
		<TooltipTrigger delay={500} closeDelay={0}>
			<Button {...rest} variant={variant} aria-label={label} className={classes(styles.icon, className)}>
				{children}
			</Button>
			<Tooltip command={command}>{label}</Tooltip>
		</TooltipTrigger>
	);
}
