import * as v from 'valibot';
import { lineSchema, nothing } from './schemas.ts';

/** What undo and redo would do now. Labels are catalogue keys' last parts: `history.step.<label>`. */
export interface HistoryState {
	undo: string | null;
	redo: string | null;
}

export interface HistoryCalls {
	state(): HistoryState;
	/** Undoes the last step made on this replica; gives its label. `conflict` when what it changed was changed since. */
	undo(): string | null;
	redo(): string | null;
}

/** The device profile: what this machine remembers and no archive ever holds. Values are small JSON. */
export interface ProfileCalls {
	/** Null when nothing was kept under `key`. */
	get(argument: { key: string }): unknown;
	set(argument: { key: string; value: unknown }): void;
}

export const historyArguments = { state: nothing, undo: nothing, redo: nothing };
export const profileArguments = {
	get: v.object({ key: lineSchema }),
	set: v.object({ key: lineSchema, value: v.unknown() }),
};
