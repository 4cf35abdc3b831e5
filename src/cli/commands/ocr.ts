import { AppError } from '#shared/domain/app-error.ts';
import { type JobId, newId } from '#shared/domain/ids.ts';
import type { JobItem } from '#shared/domain/job.ts';
import type { RecognitionLanguage } from '#shared/domain/recognition.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import { runJob } from '../job.ts';
import type { Output } from '../output.ts';
import { findRecord } from '../record-choice.ts';
import type { Session } from '../session.ts';
import { withoutControls } from '../text-width.ts';

/** Recognises the text of one record's pictures; Ctrl+C leaves it as it was. Without a language it is found out. */
export async function recogniseRecord(
	session: Session,
	{ record: asked, lang }: { record: string; lang: string | undefined },
	output: Output,
): Promise<number> {
	const { calls, archive } = session;
	const { id: recordId } = findRecord(await calls.records.list({}), asked);
	const languages = lang === undefined ? [] : codesOf(lang, archive.services.recognition.languages());
	const id = newId<JobId>();
	const job = await runJob(session, id, {
		start: () => calls.recognition.start({ id, recordIds: [recordId], languages }),
		onItem(item) {
			output.json(item);
			output.line(itemLine(item));
			if (item.error) output.note(errorMessage(item.error));
		},
	});
	if (job.error) {
		output.error(job.error);
		return 2;
	}
	if ((job.counts.recognised ?? 0) === 0) return 1;
	// Whoever opens the archive next need not wait for it.
	await archive.services.segments.pack();
	return 0;
}

/** Codes of the engine and tags of languages alike, joined by '+' or ','; throws invalid-input for an unknown one. */
function codesOf(asked: string, languages: readonly RecognitionLanguage[]): string[] {
	return asked.split(/[+,]/).map((word) => {
		const wanted = word.trim().toLowerCase();
		const found = languages.find(
			({ code, language }) => code.toLowerCase() === wanted || language.toLowerCase() === wanted,
		);
		if (!found)
			throw new AppError('invalid-input', {
				reason: message('cli.ocr.unknown', { language: word, known: listOf(languages) }),
			});
		return found.code;
	});
}

function listOf(languages: readonly RecognitionLanguage[]): string {
	return languages
		.filter(({ source }) => source !== 'missing')
		.map(({ code, language }) => (code === language ? code : `${code} (${language})`))
		.join(', ');
}

function itemLine({ name, outcome, passageCount, languages = [], confidence }: JobItem): string {
	const about =
		outcome === 'recognised'
			? message('cli.ocr.text', {
					passages: passageCount ?? 0,
					languages: languages.join('+'),
					confidence: confidence ?? 0,
				})
			: '';
	return [message(`cli.outcome.${outcome}`), withoutControls(name), about].filter(Boolean).join('  ');
}
