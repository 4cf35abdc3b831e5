import type { Evidence } from '#shared/domain/evidence.ts';
import { message } from '#shared/messages/messages.ts';
import { claimFacts, claimRemarks, type ExportedClaim, evidenceFacts } from './evidence-facts.ts';
import { noteAsMarkdown } from './note-as-markdown.ts';
import { plainAsMarkdown } from './plain-as-markdown.ts';

/** Markdown for reading: each claim with its words, then what supports and what contradicts it. */
export function writeEvidenceDigest(title: string, claims: readonly ExportedClaim[]): string {
	const heading = `# ${oneLine(message('evidence.file-title', { title }))}`;
	return `${[heading, ...claims.map(claimPart)].join('\n\n')}\n`;
}

function claimPart(exported: ExportedClaim): string {
	const { claim, words, record, supports, contradicts } = exported;
	return [
		`## ${oneLine(record.title)}`,
		claimFacts(exported).map(oneLine).join(' · '),
		...(words === '' ? [] : [indented(plainAsMarkdown(words), '> ')]),
		...notePart(claim.body),
		...(claim.tags.length === 0 ? [] : [oneLine(message('transfer.digest.tags', { tags: claim.tags.join('; ') }))]),
		...sidePart(message('links.incoming.supports'), supports),
		...sidePart(message('links.incoming.contradicts'), contradicts),
		...claimRemarks(exported).map((remark) => `**${oneLine(remark)}**`),
	].join('\n\n');
}

function sidePart(title: string, evidence: readonly Evidence[]): string[] {
	return evidence.length === 0 ? [] : [`### ${oneLine(title)}`, evidence.map(item).join('\n')];
}

function item(evidence: Evidence): string {
	const parts = [
		evidenceFacts(evidence).map(oneLine).join(' · '),
		...(evidence.words === '' ? [] : [`> ${oneLine(evidence.words)}`]),
		...notePart(evidence.note),
	];
	return `- ${indented(parts.join('\n\n'), '  ').trimStart()}`;
}

function notePart(note: string): string[] {
	return [noteAsMarkdown(note)].filter((written) => written !== '');
}

function indented(text: string, by: string): string {
	return text
		.split('\n')
		.map((line) => `${by}${line}`.trimEnd())
		.join('\n');
}

function oneLine(text: string): string {
	return plainAsMarkdown(text.replace(/\s+/g, ' ').trim());
}
