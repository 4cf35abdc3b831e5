import type { StoredBlock } from '#shared/domain/block.ts';
import styles from './blocks.module.css';
import { Margin } from './Margin.tsx';
import { PassageText } from './PassageText.tsx';

/** A run of list items. The run is flat, as it is stored; depth shows as indent. */
export function ListView({ items }: { items: readonly StoredBlock[] }) {
	return (
		<ul className={styles.list}>
			{items.map((block) => (
				<li
					key={block.ordinal}
					className={styles.item}
					data-depth={Math.min(block.level ?? 1, 6)}
					data-marker={block.marker ?? '•'}
					// Its sign stands where its words begin.
					dir="auto"
				>
					<PassageText as="p" block={block} />
					<Margin block={block} />
				</li>
			))}
		</ul>
	);
}
