import type { CommandId } from '#shared/api/commands.ts';
import type { Purpose } from '#shared/domain/annotation.ts';
import type { MessageKey } from '#shared/messages/messages.ts';

/** How one purpose looks and is called, everywhere. */
export interface PurposeStyle {
	purpose: Purpose;
	label: MessageKey;
	/** Marks with this purpose; its key is in the list of commands. */
	command: CommandId;
	/** Line under the words: with the colour, never colour alone (WCAG 1.4.1). */
	line: 'dashed' | 'solid' | 'double' | 'wavy' | 'dotted';
	/** Distance of the line from the baseline: each its own, so that overlapping marks show every line. */
	lineOffsetPx: number;
	lineWidthPx: number;
	/** Of two washes over the same words, that of the higher shows. */
	priority: number;
}

export const purposeStyles: readonly PurposeStyle[] = [
	{
		purpose: 'note',
		label: 'purpose.note',
		command: 'annotation.note',
		line: 'dashed',
		lineOffsetPx: 6,
		lineWidthPx: 2,
		priority: 1,
	},
	{
		purpose: 'claim',
		label: 'purpose.claim',
		command: 'annotation.claim',
		line: 'solid',
		lineOffsetPx: 4,
		lineWidthPx: 2,
		priority: 2,
	},
	{
		purpose: 'evidence',
		label: 'purpose.evidence',
		command: 'annotation.evidence',
		line: 'double',
		lineOffsetPx: 3,
		lineWidthPx: 1.5,
		priority: 3,
	},
	{
		purpose: 'question',
		label: 'purpose.question',
		command: 'annotation.question',
		line: 'dotted',
		lineOffsetPx: 5,
		lineWidthPx: 2,
		priority: 4,
	},
	{
		purpose: 'dispute',
		label: 'purpose.dispute',
		command: 'annotation.dispute',
		line: 'wavy',
		lineOffsetPx: 4,
		lineWidthPx: 1.5,
		priority: 5,
	},
];

const byPurpose = new Map(purposeStyles.map((style) => [style.purpose, style]));

export function styleOf(purpose: Purpose): PurposeStyle {
	const style = byPurpose.get(purpose);
	if (!style) throw new RangeError(`no style for ${purpose}`);
	return style;
}

/** Name of the purpose's custom highlight. */
export function highlightName(purpose: Purpose): string {
	return `purpose-${purpose}`;
}

/**
 * The rules that follow from the table: the highlights, and `--purpose-wash`, `--purpose-edge` and its line for anything with
 * `data-purpose`. Colours come from the tokens `--mark-<purpose>` and `--mark-<purpose>-edge`.
 */
export function purposeRules(): string {
	return purposeStyles
		.map(({ purpose, line, lineOffsetPx, lineWidthPx }) => {
			const [wash, edge] = [`var(--mark-${purpose})`, `var(--mark-${purpose}-edge)`];
			return [
				`::highlight(${highlightName(purpose)}){background-color:${wash};text-decoration:underline ${line} ${lineWidthPx}px ${edge};text-underline-offset:${lineOffsetPx}px}`,
				`[data-purpose="${purpose}"]{--purpose-wash:${wash};--purpose-edge:${edge};--purpose-line:${line};--purpose-line-width:${lineWidthPx}px;--purpose-line-offset:${lineOffsetPx}px}`,
			].join('\n');
		})
		.join('\n');
}
