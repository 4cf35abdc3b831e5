import type { StoredDocument } from './document-store.ts';
import type { Expansion } from './index-part.ts';
import { type Answers, firstAnswers, kindCode, noAnswers } from './query/answers.ts';

interface Grade {
	weight: number;
	kind: number;
}

const noGrade: Grade = { weight: 0, kind: 0 };

/**
 * Reads every word of every text while somebody types: what each is worth is a byte, and all of them stay in the
 * processor's cache.
 *
 * @param nextId above every number of a word
 */
export function scanForWords(
	documents: ReadonlyMap<number, StoredDocument>,
	wanted: readonly (Expansion & { id: number })[],
	nextId: number,
): Answers {
	const { gradeOf, grades } = gradeWords(wanted, nextId);
	const answers = noAnswers(documents.size);
	let count = 0;
	for (const [number, { termIds }] of documents) {
		let best = 0;
		let sum = 0;
		for (let at = 0; at < termIds.length; at++) {
			const grade = gradeOf[termIds[at] as number] as number;
			if (grade === 0) continue;
			const { weight } = grades[grade] ?? noGrade;
			sum += weight;
			if (weight > (grades[best] ?? noGrade).weight) best = grade;
		}
		if (best === 0) continue;
		const { weight, kind } = grades[best] ?? noGrade;
		answers.docs[count] = number;
		answers.weights[count] = weight;
		answers.kinds[count] = kind;
		answers.relevances[count] = sum / Math.sqrt(termIds.length);
		count += 1;
	}
	return firstAnswers(answers, count);
}

/** The few different weights there are, and by the number of every word which one it has; 0 is none. */
function gradeWords(
	wanted: readonly (Expansion & { id: number })[],
	nextId: number,
): { gradeOf: Uint8Array; grades: Grade[] } {
	const gradeOf = new Uint8Array(nextId);
	const grades = [noGrade];
	for (const { id, weight, how } of wanted) {
		const kind = kindCode(how);
		const known = grades.findIndex((grade) => grade.weight === weight && grade.kind === kind);
		gradeOf[id] = known > 0 ? known : grades.push({ weight, kind }) - 1;
	}
	return { gradeOf, grades };
}
