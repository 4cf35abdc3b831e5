import { ChevronDown } from 'lucide-react';
import { formatNumber } from '#renderer/lib/format.ts';
import { ChipButton } from './Chip.tsx';
import { Menu, MenuItem, MenuTrigger } from './Menu.tsx';

interface FacetMenuProps<V extends string> {
	name: string;
	/** What the chip says while nothing is chosen. */
	all: string;
	counts: readonly { value: V; count: number }[];
	chosen: ReadonlySet<V>;
	words(value: V): string;
	onChange(chosen: ReadonlySet<V>): void;
}

/** A chip that narrows: its menu has the values with their counts, of which several may be chosen. */
export function FacetMenu<V extends string>({ name, all, counts, chosen, words, onChange }: FacetMenuProps<V>) {
	return (
		<MenuTrigger>
			<ChipButton isOn={chosen.size > 0}>
				{chosen.size > 0 ? [...chosen].map(words).join(', ') : all}
				<ChevronDown size={12} aria-hidden />
			</ChipButton>
			<Menu
				aria-label={name}
				selectionMode="multiple"
				selectedKeys={chosen}
				onSelectionChange={(keys) =>
					onChange(keys === 'all' ? new Set(counts.map(({ value }) => value)) : (keys as Set<V>))
				}
			>
				{counts.map(({ value, count }) => (
					<MenuItem key={value} id={value} hint={formatNumber(count)}>
						{words(value)}
					</MenuItem>
				))}
			</Menu>
		</MenuTrigger>
	);
}
