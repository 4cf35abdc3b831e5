import fc from 'fast-check';
import { expect, test } from 'vitest';
import { soundDistance } from '../../text/phones/sound-distance.ts';
import { createSoundMeter } from './sound-meter.ts';
import { encodeSounds, type Sound } from './sounds.ts';
import { stemPenalty } from './widening-limits.ts';

const sounds = fc.array(
	fc.record({
		phones: fc.string({ unit: fc.constantFrom(...'abvkqsSeiIjh'), minLength: 1, maxLength: 9 }),
		isStem: fc.boolean(),
	}),
	{ minLength: 1, maxLength: 4 },
);

/** Every sound with every other. */
function plainDistance(asked: readonly Sound[], offered: readonly Sound[], limit: number): number {
	const aside = ({ isStem }: Sound) => (isStem ? stemPenalty : 0);
	const distances = asked.flatMap((one) =>
		offered.map((other) => soundDistance(one.phones, other.phones, limit) + (aside(one) + aside(other))),
	);
	return Math.min(...distances);
}

test('one word after another is as far away as by itself', () => {
	const limits = fc.constantFrom(0.12, 0.18, 0.26, 0.9);
	const words = fc.array(fc.tuple(sounds, fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 12 });
	fc.assert(
		fc.property(sounds, limits, words, (asked, limit, list) => {
			const meter = createSoundMeter(asked, limit);
			for (const [offered, share] of list) {
				const readings = Uint8Array.from(encodeSounds(offered), (sound) => sound.charCodeAt(0));
				const distance = plainDistance(asked, offered, limit);
				const expected = distance <= share * limit ? distance : Number.POSITIVE_INFINITY;
				expect(meter.distanceOf(readings, 0, readings.length, share * limit)).toBe(expected);
			}
		}),
		{ numRuns: 1000 },
	);
});
