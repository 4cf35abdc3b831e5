import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip } from 'react-aria-components';
import { Keys } from './Keys.tsx';
import styles from './Tooltip.module.css';

/** Goes beside a control inside RAC's `TooltipTrigger`. */
export function Tooltip({ children, keyHint }: { children: ReactNode; keyHint?: string | undefined }) {
	return (
		<AriaTooltip offset={6} className={styles.tooltip ?? ''}>
			{children}
			{keyHint ? <Keys chord={keyHint} /> : null}
		</AriaTooltip>
	);
}
