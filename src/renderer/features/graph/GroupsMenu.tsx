import { ChevronDown } from 'lucide-react';
import { formatNumber } from '#renderer/lib/format.ts';
import { ChipButton } from '#renderer/ui/Chip.tsx';
import { Menu, MenuItem, MenuTrigger } from '#renderer/ui/Menu.tsx';
import type { ShownGraph } from '#shared/graph/shown-graph.ts';
import { message } from '#shared/messages/messages.ts';
import { toggleFold } from './graph-store.ts';

/** Which groups are folded into one mark each. */
export function GroupsMenu({ shown }: { shown: ShownGraph }) {
	const folded = shown.groups.filter(({ isFolded }) => isFolded);
	const chosen = new Set(folded.map(({ key }) => key));
	return (
		<MenuTrigger>
			<ChipButton isOn={folded.length > 0}>
				{folded.length > 0 ? message('graph.folded', { count: folded.length }) : message('graph.fold')}
				<ChevronDown size={12} aria-hidden />
			</ChipButton>
			<Menu
				aria-label={message('graph.fold')}
				selectionMode="multiple"
				selectedKeys={chosen}
				onSelectionChange={(keys) => {
					const wanted = keys === 'all' ? new Set<unknown>(shown.groups.map(({ key }) => key)) : keys;
					const changed = shown.groups.find(({ key }) => wanted.has(key) !== chosen.has(key));
					if (changed) toggleFold(shown, changed.key);
				}}
			>
				{shown.groups.map(({ key, title, count }) => (
					<MenuItem key={key} id={key} hint={formatNumber(count)}>
						{title}
					</MenuItem>
				))}
			</Menu>
		</MenuTrigger>
	);
}
