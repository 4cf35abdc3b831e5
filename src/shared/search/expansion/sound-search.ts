import { soundDistance } from '../../text/phones/sound-distance.ts';
import { majorityScript, type Script } from '../../text/script.ts';
import { type Sound, soundKeys, soundsOf } from './sounds.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { QueryWord, WidenedWord } from './widened-word.ts';
import { most, stemPenalty, type WideningLimits, weights } from './widening-limits.ts';

interface Heard {
	id: number;
	script: Script;
	distance: number;
}

const otherScripts = 3;

/** The words that sound like the word of a query, in its own script and in the others, the nearest first. */
export function soundingLike(vocabulary: Vocabulary, word: QueryWord, limits: WideningLimits): WidenedWord[] {
	const own = majorityScript(word.term);
	const limit =
		word.term.length <= limits.shortWord ? Math.min(limits.distance, limits.shortDistance) : limits.distance;
	const asked = soundsOf(word.spelling, '');
	const keys = soundKeys(asked);
	const listen = (ids: Iterable<number>) => heardAmong(vocabulary, asked, ids, limit);

	const candidates = new Set(keys.flatMap((key) => vocabulary.withSoundKey(key)));
	const heard = listen(candidates);
	const sure = new Set(heard.filter(({ distance }) => distance <= limits.sure).map(({ script }) => script));
	sure.add(own);
	if (limits.triesNeighbours && sure.size <= otherScripts) {
		const more = new Set(keys.flatMap((key) => vocabulary.withSoundKeyNear(key)));
		heard.push(...listen([...more].filter((id) => !candidates.has(id) && !sure.has(vocabulary.scriptOf(id)))));
	}
	const isTooShort = word.term.length < limits.shortestNear;
	const answering = isTooShort ? heard.filter(({ script }) => script !== own) : heard;
	return chosen(answering, own, limits).map(({ id, script, distance }) => {
		const how = script === own ? 'near' : 'script';
		return { id, how, weight: weights[how] * (1 - distance / (weights.fading * limit)) };
	});
}

function heardAmong(vocabulary: Vocabulary, asked: readonly Sound[], ids: Iterable<number>, limit: number): Heard[] {
	const heard: Heard[] = [];
	for (const id of ids) {
		const distance = nearest(asked, vocabulary.soundsOf(id), limit);
		if (distance <= limit) heard.push({ id, script: vocabulary.scriptOf(id), distance });
	}
	return heard;
}

/** In the own script what is near; in another only what is nearly as near as the nearest there. */
function chosen(heard: readonly Heard[], own: Script, limits: WideningLimits): Heard[] {
	const sorted = [...heard].sort((one, other) => one.distance - other.distance || one.id - other.id);
	const leastIn = new Map<Script, number>();
	for (const { script, distance } of sorted) if (!leastIn.has(script)) leastIn.set(script, distance);
	return sorted
		.filter(({ script, distance }) =>
			script === own
				? distance <= limits.sameScriptDistance
				: distance <= (leastIn.get(script) ?? 0) + limits.aboveNearest,
		)
		.slice(0, most.heard);
}

/** The distance of the two sounds that are nearest; stems stand a little aside. */
function nearest(asked: readonly Sound[], offered: readonly Sound[], limit: number): number {
	let least = Number.POSITIVE_INFINITY;
	for (const one of asked) {
		for (const other of offered) {
			const aside = (one.isStem ? stemPenalty : 0) + (other.isStem ? stemPenalty : 0);
			const distance = soundDistance(one.phones, other.phones, limit) + aside;
			if (distance < least) least = distance;
		}
	}
	return least;
}
