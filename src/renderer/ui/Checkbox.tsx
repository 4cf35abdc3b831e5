import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components';
import styles from './Checkbox.module.css';

interface CheckboxProps extends Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> {
	children?: ReactNode;
}

export function Checkbox({ children, ...rest }: CheckboxProps) {
	return (
		<AriaCheckbox {...rest} className={styles.checkbox ?? ''}>
			{({ isSelected, isIndeterminate }) => (
				<>
					<span className={styles.box}>
						{isIndeterminate ? <Minus size={12} /> : isSelected ? <Check size={12} strokeWidth={3} /> : null}
					</span>
					{children}
				</>
			)}
		</AriaCheckbox>
	);
}
