import type { ReactNode } from 'react';
import { Button, type ButtonProps, composeRenderProps } from 'react-aria-components';
import styles from './Chip.module.css';
import { classes } from './classes.ts';

export type ChipTone = 'plain' | 'accent' | 'ok' | 'warn' | 'danger';

/** A small label in a pill: a state, a kind, a tag. */
export function Chip({ tone = 'plain', children }: { tone?: ChipTone; children: ReactNode }) {
	return <span className={classes(styles.chip, styles[tone])}>{children}</span>;
}

interface ChipButtonProps extends Omit<ButtonProps, 'className' | 'style'> {
	/** Marks that it narrows or changes something now. */
	isOn?: boolean;
	tone?: ChipTone;
}

/** A chip that can be pressed: facets, filters, menus. */
export function ChipButton({ isOn = false, tone = 'plain', children, ...rest }: ChipButtonProps) {
	return (
		<Button {...rest} className={classes(styles.chip, styles.button, styles[isOn ? 'accent' : tone])}>
			{composeRenderProps(children, (content) => content)}
		</Button>
	);
}
