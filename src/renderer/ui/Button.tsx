import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './Button.module.css';
import { classes } from './classes.ts';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style'> {
	/** `primary`: the one thing to do here; `quiet`: without an edge; `danger`: takes something away. */
	variant?: 'plain' | 'primary' | 'quiet' | 'danger';
	className?: string | undefined;
}

export function Button({ variant = 'plain', className, ...rest }: ButtonProps) {
	return <AriaButton {...rest} className={classes(styles.button, styles[variant], className)} />;
}
