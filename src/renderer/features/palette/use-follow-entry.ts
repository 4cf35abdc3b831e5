import { useNavigate } from '@tanstack/react-router';
import { runCommand } from '#renderer/lib/commands.ts';
import { requestRegion } from '#renderer/pages/index.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { PaletteEntry } from './palette-entries.ts';

/** Does what an entry stands for, once the palette has closed and given the focus back. */
export function useFollowEntry(): (entry: PaletteEntry) => void {
	const navigate = useNavigate();
	const follow = (entry: PaletteEntry): void => {
		switch (entry.kind) {
			case 'command':
				runCommand(entry.commandId);
				break;
			case 'record':
				void navigate({
					to: '/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}',
					params: { recordId: entry.recordId },
				});
				break;
			case 'name':
				void navigate({ to: '/name/$nameId/{-$part}', params: { nameId: entry.nameId } });
				break;
			case 'event':
				void navigate({ to: '/chronology', hash: entry.eventId });
				break;
			case 'note':
				requestRegion(entry.note);
				void navigate({
					to: '/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}',
					params: placeOf(entry.note),
				});
				break;
			case 'search':
				void navigate({ to: '/search', search: { q: entry.text } });
				break;
		}
	};
	// React Aria gives the focus back in the frame after closing; a command that moves it must come later.
	return (entry) => requestAnimationFrame(() => requestAnimationFrame(() => follow(entry)));
}

function placeOf({ id, recordId, target, place }: Annotation): Record<string, string> & { recordId: string } {
	const range = place ?? target;
	if (!range) return { recordId };
	return { recordId, editionId: range.editionId, ordinal: String(range.startOrdinal), annotationId: id };
}
