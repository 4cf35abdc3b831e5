import { type Script, scripts } from '../../text/script.ts';
import { createSoundMeter, type OfferedReading } from './sound-meter.ts';
import type { Sound } from './sounds.ts';
import type { WideningLimits } from './widening-limits.ts';

/** A word that sounds like the one that is asked for. */
export interface Heard {
	id: number;
	distance: number;
}

/**
 * Listens to one word after another for those that sound like the word of a query. What could not be chosen for an answer
 * any more, since its script has something so much nearer, is not measured to the end. Scripts are given by their place
 * in the list of scripts.
 */
export interface Hearing {
	/** Words of other scripts need not be looked at. */
	listensTo(script: number): boolean;
	/** How far away a word is by one of its readings; `Infinity` where that is too far to be chosen. */
	listen(script: number, reading: OfferedReading): number;
	/** Readings of the same script that have so many sounds in common with the last one need not be listened to. */
	readonly hopelessFrom: number;
	/** Listens to scripts alone that have nothing near so far; false where there are none. */
	turnToUnsure(): boolean;
}

interface Asked {
	sounds: readonly Sound[];
	own: Script;
	/** Whether words of its own script may answer. */
	isNearToo: boolean;
	/** How far away a word of another script may be. */
	limit: number;
	limits: WideningLimits;
}

export function createHearing({ sounds, own, isNearToo, limit, limits }: Asked): Hearing {
	const meter = createSoundMeter(sounds, limit);
	const ownNumber = scripts.indexOf(own);
	/** By script. */
	const nearest = new Float64Array(scripts.length).fill(Number.POSITIVE_INFINITY);
	/** By script, how far it is listened to; below 0 not at all. */
	const reach = new Float64Array(scripts.length).fill(limit);
	reach[ownNumber] = isNearToo ? Math.min(limit, limits.sameScriptDistance) : -1;
	return {
		listensTo: (script) => (reach[script] as number) >= 0,
		get hopelessFrom() {
			return meter.hopelessFrom;
		},
		listen(script, reading) {
			const distance = meter.distanceOf(reading, reach[script] as number);
			if (distance < (nearest[script] as number)) {
				nearest[script] = distance;
				if (script !== ownNumber) reach[script] = Math.min(limit, distance + limits.aboveNearest);
			}
			return distance;
		},
		turnToUnsure() {
			for (let script = 0; script < scripts.length; script++) {
				if (script === ownNumber || (nearest[script] as number) <= limits.sure) reach[script] = -1;
			}
			return reach.some((far, script) => far >= 0 && scripts[script] !== 'other');
		},
	};
}
