import { useIsNoteless } from '#renderer/lib/archive-status.ts';
import { CommandEntry } from '#renderer/ui/ContextMenu.tsx';
import { MenuSeparator } from '#renderer/ui/Menu.tsx';
import { purposeStyles } from './purpose-style.ts';

/** The purposes that words can be marked with, by their ids, at the head of a menu; none where no note can be kept. */
export function MarkEntries() {
	const isNoteless = useIsNoteless();
	if (isNoteless) return null;
	return (
		<>
			{purposeStyles.map(({ purpose, command }) => (
				<CommandEntry key={purpose} id={purpose} command={command} />
			))}
			<MenuSeparator />
		</>
	);
}
