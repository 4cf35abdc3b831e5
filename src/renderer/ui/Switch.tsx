import type { ReactNode } from 'react';
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components';
import styles from './Switch.module.css';

interface SwitchProps extends Omit<AriaSwitchProps, 'className' | 'style' | 'children'> {
	children: ReactNode;
}

export function Switch({ children, ...rest }: SwitchProps) {
	return (
		<AriaSwitch {...rest} className={styles.switch ?? ''}>
			<span className={styles.track} />
			{children}
		</AriaSwitch>
	);
}
