import fc from 'fast-check';
import { expect, test } from 'vitest';
import { soundDistance } from '../../text/phones/sound-distance.ts';
import { createSoundMeter, type OfferedReading } from './sound-meter.ts';
import type { Sound } from './sounds.ts';
import { stemPenalty } from './widening-limits.ts';

const sound: fc.Arbitrary<Sound> = fc.record({
	phones: fc.string({ unit: fc.constantFrom(...'abvkqsSeiIjh'), minLength: 1, maxLength: 9 }),
	isStem: fc.boolean(),
});
const sounds = fc.array(sound, { minLength: 1, maxLength: 4 });
/** So few different sounds that many begin alike. */
const alikeSound: fc.Arbitrary<Sound> = fc.record({
	phones: fc.string({ unit: fc.constantFrom(...'abk'), minLength: 1, maxLength: 6 }),
	isStem: fc.boolean(),
});
const manySounds = fc.oneof(fc.array(sound, { maxLength: 24 }), fc.array(alikeSound, { maxLength: 48 }));

/** Every sound with every other. */
function plainDistance(asked: readonly Sound[], offered: readonly Sound[], limit: number): number {
	const aside = ({ isStem }: Sound) => (isStem ? stemPenalty : 0);
	const distances = asked.flatMap((one) =>
		offered.map((other) => soundDistance(one.phones, other.phones, limit) + (aside(one) + aside(other))),
	);
	return Math.min(...distances);
}

/** The readings one after the other, each told by what it does not share with the one before. */
function* offer(readings: readonly Sound[]): Generator<OfferedReading> {
	let before = '';
	for (const { phones, isStem } of readings) {
		let common = 0;
		while (common < phones.length && phones[common] === before[common]) common += 1;
		const bytes = Uint8Array.from(phones, (phone) => phone.charCodeAt(0));
		yield { isStem, common, bytes, start: common, end: bytes.length };
		before = phones;
	}
}

const limits = fc.constantFrom(0.12, 0.18, 0.26, 0.9);

test('one reading after another is as far away as by itself', () => {
	const reaches = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }));
	fc.assert(
		fc.property(sounds, limits, manySounds, reaches, (asked, limit, readings, shares) => {
			const meter = createSoundMeter(asked, limit);
			for (const [at, reading] of [...offer(readings)].entries()) {
				const reach = (shares.next().value as number) * limit;
				const distance = plainDistance(asked, [readings[at] as Sound], limit);
				expect(meter.distanceOf(reading, reach)).toBe(distance <= reach ? distance : Number.POSITIVE_INFINITY);
			}
		}),
		{ numRuns: 1000 },
	);
});

test('what is passed over as hopeless is too far away, and what comes after it is measured as ever', () => {
	fc.assert(
		fc.property(sounds, limits, manySounds, (asked, limit, readings) => {
			const meter = createSoundMeter(asked, limit);
			const inOrder = readings.toSorted((one, other) => (one.phones < other.phones ? -1 : 1));
			for (const [at, reading] of [...offer(inOrder)].entries()) {
				const distance = plainDistance(asked, [inOrder[at] as Sound], limit);
				if (reading.common >= meter.hopelessFrom) expect(distance).toBeGreaterThan(limit);
				else expect(meter.distanceOf(reading, limit)).toBe(distance <= limit ? distance : Number.POSITIVE_INFINITY);
			}
		}),
		{ numRuns: 1000 },
	);
});
