import { fold } from '../../text/fold.ts';
import { lowerCase } from '../../text/lower-case.ts';
import { soundDistance } from '../../text/phones/sound-distance.ts';
import { stemKeys } from '../../text/stems.ts';
import { wordsOf } from '../words.ts';
import { createPostings } from './postings.ts';
import { type Sound, soundKeys, soundsOf } from './sounds.ts';
import type { QueryWord } from './widened-word.ts';

/** Names that are one name: what sound and stems do not tell (Stepanakert and Xankəndi, Москва and Moscow). */
export interface Aliases {
	/** One more group: the forms of a name. */
	add(forms: readonly string[]): void;
	/**
	 * The other names of one word in all groups that have it, in whatever form or script it is written. Groups count from
	 * 0 as they were added; those in `without` are passed over.
	 */
	othersOf(word: QueryWord, without?: ReadonlySet<number>): QueryWord[];
}

interface Member {
	group: number;
	word: QueryWord;
	sounds: readonly Sound[];
	stems: ReadonlySet<string>;
}

/** A name of a group is known again when it sounds as near as this. */
const sameName = 0.08;

/** @param groups the forms of each name; those of several words are left out */
export function createAliases(groups: readonly (readonly string[])[]): Aliases {
	const members: Member[] = [];
	const byGroup: Member[][] = [];
	const byKey = createPostings();

	function add(forms: readonly string[]): void {
		const group = membersOf(forms, byGroup.length);
		byGroup.push(group);
		if (group.length < 2) return;
		for (const member of group) {
			const at = members.push(member) - 1;
			for (const key of keysOf(member)) byKey.add(key, at);
		}
	}
	function groupsOf(asked: Member): Set<number> {
		const found = new Set<number>();
		for (const at of keysOf(asked).flatMap((key) => byKey.get(key))) {
			const member = members[at];
			if (member && !found.has(member.group) && isSameName(asked, member)) found.add(member.group);
		}
		return found;
	}
	groups.forEach(add);
	return {
		add,
		othersOf(word, without) {
			if (members.length === 0) return [];
			const found = [...groupsOf(memberOf(word, -1))].filter((group) => !without?.has(group));
			const others = found.flatMap((group) => byGroup[group] ?? []).map((member) => member.word);
			return others.filter(({ term }) => term !== word.term);
		},
	};
}

function membersOf(forms: readonly string[], group: number): Member[] {
	const words = new Map<string, Member>();
	for (const form of forms) {
		const [first, ...rest] = wordsOf(form);
		if (!first || rest.length > 0) continue;
		words.set(first.text, memberOf({ term: fold(first.text), spelling: lowerCase(first.text) }, group));
	}
	return [...words.values()];
}

function memberOf(word: QueryWord, group: number): Member {
	return { group, word, sounds: soundsOf(word.spelling, ''), stems: new Set(stemKeys(word.spelling, '')) };
}

function keysOf({ word, sounds, stems }: Member): string[] {
	return [...stems, word.term, ...soundKeys(sounds)];
}

/** What is asked for may be a form of a name; a name is one as it stands: Ivan is not the beginning of Իվանյան. */
function isSameName(asked: Member, name: Member): boolean {
	if (asked.word.term === name.word.term || asked.stems.has(name.word.term)) return true;
	const wholes = name.sounds.filter(({ isStem }) => !isStem);
	return asked.sounds.some((mine) =>
		wholes.some((whole) => soundDistance(mine.phones, whole.phones, sameName) <= sameName),
	);
}
