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

/** Runs the command; false when nobody answers it now. */
export function runCommand(id: CommandId): boolean {
	const handler = useHandlers.getState().stacks.get(id)?.at(-1);
	handler?.();
	return handler !== undefined;
}

export function isCommandAnswered(id: CommandId): boolean {
	return (useHandlers.getState().stacks.get(id)?.length ?? 0) > 0;
}

/** The commands that somebody answers now, for the palette. */
export function useAnsweredCommands(): ReadonlySet<CommandId> {
	const stacks = useHandlers(({ stacks }) => stacks);
	return new Set([...stacks].flatMap(([id, stack]) => (stack.length > 0 ? [id] : [])));
}

function change(id: CommandId, next: (stack: readonly CommandHandler[]) => readonly CommandHandler[]): void {
	useHandlers.setState(({ stacks }) => ({ stacks: new Map(stacks).set(id, next(stacks.get(id) ?? [])) }));
}
