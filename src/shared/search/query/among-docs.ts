import { type Answers, firstAnswers, noAnswers } from './answers.ts';

/** The rows of `answers` that are of `docs`, which ascend. */
export function amongDocs(answers: Answers, docs: Uint32Array): Answers {
	const kept = noAnswers(Math.min(answers.docs.length, docs.length));
	let [from, count] = [0, 0];
	for (const doc of docs) {
		while (from < answers.docs.length && (answers.docs[from] as number) < doc) from += 1;
		if (answers.docs[from] !== doc) continue;
		kept.docs[count] = doc;
		kept.weights[count] = answers.weights[from] as number;
		kept.relevances[count] = answers.relevances[from] as number;
		kept.kinds[count] = answers.kinds[from] as number;
		count += 1;
	}
	return firstAnswers(kept, count);
}
