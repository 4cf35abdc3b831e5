import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import type { CommandId } from '#shared/api/commands.ts';

type CommandHandler = () => void;

/**
 * Who answers which command now. Later registrations stand before earlier ones, so that a page can answer a command
 * that the frame answers too; a command without a handler is not offered.
 */
const useHandlers = create<{ stacks: ReadonlyMap<CommandId, readonly CommandHandler[]> }>(() => ({
	stacks: new Map(),
}));

/** Answers a command for as long as the component is shown. `isEnabled` false withdraws it. */
export function useCommand(id: CommandId, handler: CommandHandler, isEnabled = true): void {
	const latest = useRef(handler);
	useEffect(() => {
		latest.current = handler;
	});
	useEffect(() => {
		if (!isEnabled) return;
		return answerCommand(id, () => latest.current());
	}, [id, isEnabled]);
}

/** The same outside of components; gives the function that withdraws it. */
export function answerCommand(id: CommandId, handler: CommandHandler): () => void {
	change(id, (stack) => [...stack, handler]);
	return () => change(id, (stack) => stack.filter((other) => other !== handler));
}

/** What was asked for while not everybody was there who answers; null since they are. */
let early: Set<CommandId> | null = new Set();

/** Runs the command, or lets it wait for whoever is still to come; false when nobody answers it now. */
export function runCommand(id: CommandId): boolean {
	const handler = useHandlers.getState().stacks.get(id)?.at(-1);
	if (handler) handler();
	else early?.add(id);
	return handler !== undefined || early !== null;
}

export function isCommandAnswered(id: CommandId): boolean {
	return early !== null || (useHandlers.getState().stacks.get(id)?.length ?? 0) > 0;
}

/** For the frame, when all of the window has come: runs what was asked for before, as if it had been pressed now. */
export function answersAreComplete(): void {
	const asked = early;
	early = null;
	for (const id of asked ?? []) runCommand(id);
}

/** The commands that somebody answers now, for the palette. */
export function useAnsweredCommands(): ReadonlySet<CommandId> {
	const stacks = useHandlers(({ stacks }) => stacks);
	return new Set([...stacks].flatMap(([id, stack]) => (stack.length > 0 ? [id] : [])));
}

function change(id: CommandId, next: (stack: readonly CommandHandler[]) => readonly CommandHandler[]): void {
	useHandlers.setState(({ stacks }) => ({ stacks: new Map(stacks).set(id, next(stacks.get(id) ?? [])) }));
}
