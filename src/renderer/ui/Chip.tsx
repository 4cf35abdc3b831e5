import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import {
	Button,
	type ButtonProps,
	composeRenderProps,
	ToggleButton,
	type ToggleButtonProps,
} from 'react-aria-components';
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

interface ToggleChipProps extends Omit<ToggleButtonProps, 'className' | 'style' | 'children'> {
	children: ReactNode;
}

/** A chip that is on or off, and says so by a tick as well as by colour. */
export function ToggleChip({ children, ...rest }: ToggleChipProps) {
	return (
		<ToggleButton
			{...rest}
			className={({ isSelected }) => classes(styles.chip, styles.button, isSelected && styles.accent)}
		>
			{({ isSelected }) => (
				<>
					{isSelected ? <Check size={12} strokeWidth={3} aria-hidden /> : null}
					{children}
				</>
			)}
		</ToggleButton>
	);
}
