import type { KeyboardEvent, ReactNode } from 'react';
import styles from './blocks.module.css';
import { useEdition } from './edition-context.ts';

/**
 * A link of the source: its words, and its address in a tooltip. It has no `href`, so that nothing (a middle click, a
 * drag, a crawler of links) can follow it past the dialog that asks first.
 */
export function SourceLink({ address, children }: { address: string; children: ReactNode }) {
	const { onFollow } = useEdition();
	const open = (event: KeyboardEvent) => {
		if (event.key !== 'Enter') return;
		event.stopPropagation();
		onFollow(address);
	};
	return (
		// biome-ignore lint/a11y/useSemanticElements: an <a> without href is no link, and text inside a <button> cannot be selected
		<span
			role="link"
			tabIndex={0}
			title={address}
			className={styles.link}
			onClick={() => onFollow(address)}
			onKeyDown={open}
		>
			{children}
		</span>
	);
}
