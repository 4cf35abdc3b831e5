import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip } from 'react-aria-components';
import type { CommandId } from '#shared/api/commands.ts';
import { CommandKeys } from './Keys.tsx';
import styles from './Tooltip.module.css';

/** Goes beside a control inside RAC's `TooltipTrigger`; the keys of the command are shown with it. */
export function Tooltip({ children, command }: { children: ReactNode; command?: CommandId | undefined }) {
	return (
		<AriaTooltip offset={6} className={styles.tooltip ?? ''}>
			{children}
			{command ? <CommandKeys command={command} /> : null}
		</AriaTooltip>
	);
}
