import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useAnsweredCommands } from '#renderer/lib/commands.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { keysHere, useChosenKeys } from '#renderer/lib/shortcuts.ts';
import {
	commandEntries,
	entriesFor,
	eventEntries,
	nameEntries,
	noteEntries,
	type PaletteEntry,
	recordEntries,
} from './palette-entries.ts';

/** Everything the palette can lead to, narrowed to what was typed. */
export function usePaletteEntries(text: string): PaletteEntry[] {
	const answered = useAnsweredCommands();
	const [chosen] = useChosenKeys();
	const { data: records } = useQuery(queries.records.list({}));
	const { data: names } = useQuery(queries.names.list());
	const { data: events } = useQuery(queries.events.list());
	const { data: notes } = useQuery(queries.annotations.list({}));
	const things = useMemo(
		() => [
			...recordEntries(records ?? []),
			...nameEntries(names ?? []),
			...eventEntries(events ?? []),
			...noteEntries(notes ?? []),
		],
		[records, names, events, notes],
	);
	return entriesFor(text, [...commandEntries(answered, (command) => keysHere(command, chosen)[0]), ...things]);
}
