import * as v from 'valibot';
import type { ReadinessItem } from '../domain/readiness.ts';
import { nothing } from './schemas.ts';

/** How far this device keeps nothing of what is done on it. */
export interface FieldState {
	/** Of this run. */
	isOn: boolean;
	/** The device itself is set to it, so that the next run is too. */
	isSet: boolean;
	/** Copies of archives that were kept on this device before. */
	copyCount: number;
}

/** This person on this machine, whichever archive is open. */
export interface DeviceCalls {
	field(): FieldState;
	/**
	 * Sets the device to the field profile, or to the ordinary one; what is open goes on as it is until the next start. Set
	 * to it, all that the profile holds of archives and of the person is removed from the disk at once.
	 */
	setField(argument: { isSet: boolean }): FieldState;
	/** Removes the copies of archives that are kept on this device. */
	removeCopies(): FieldState;
	/** Whether all that is needed where there is no network is there. */
	readiness(): ReadinessItem[];
}

export const deviceArguments = {
	field: nothing,
	setField: v.object({ isSet: v.boolean() }),
	removeCopies: nothing,
	readiness: nothing,
};
