import { majorityScript, type Script } from '../../text/script.ts';
import { createHearing, type Heard } from './hearing.ts';
import { soundKeys, soundsOf } from './sounds.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { QueryWord, WidenedWord } from './widened-word.ts';
import { most, type WideningLimits, weights } from './widening-limits.ts';

interface HeardIn extends Heard {
	script: Script;
}

/** The words that sound like the word of a query, in its own script and in the others, the nearest first. */
export function soundingLike(vocabulary: Vocabulary, word: QueryWord, limits: WideningLimits): WidenedWord[] {
	const own = majorityScript(word.term);
	const limit =
		word.term.length <= limits.shortWord ? Math.min(limits.distance, limits.shortDistance) : limits.distance;
	const sounds = soundsOf(word.spelling, '');
	const keys = soundKeys(sounds);
	const isNearToo = word.term.length >= limits.shortestNear;
	const hearing = createHearing({ sounds, own, isNearToo, limit, limits });
	const heard = new Map<number, number>();
	const note = (list: readonly Heard[]) => {
		for (const { id, distance } of list) if (!heard.has(id)) heard.set(id, distance);
	};
	note(vocabulary.hear(keys, hearing));
	if (limits.triesNeighbours && hearing.turnToUnsure()) note(vocabulary.hearNear(keys, hearing));
	const answering = Array.from(heard, ([id, distance]) => ({ id, distance, script: vocabulary.scriptOf(id) }));
	return chosen(answering, own, limits).map(({ id, script, distance }) => {
		const how = script === own ? 'near' : 'script';
		return { id, how, weight: weights[how] * (1 - distance / (weights.fading * limit)) };
	});
}

/** In the own script what is near; in another only what is nearly as near as the nearest there. */
function chosen(heard: readonly HeardIn[], own: Script, limits: WideningLimits): HeardIn[] {
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
