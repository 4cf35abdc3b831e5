import type { PassageDom, PassagePart } from '#renderer/lib/passage-dom.ts';
import { type Annotation, rangeIn, type TextRange } from '#shared/domain/annotation.ts';
import type { AnnotationId, EditionId } from '#shared/domain/ids.ts';
import { compareRanges, partWithin, type TextBlock } from '#shared/domain/text-range.ts';
import { highlightName, purposeRules, purposeStyles } from './purpose-style.ts';

/** Name of the highlight over the words of the annotation that is pointed at. */
export const activeHighlightName = 'annotation-active';

const rules = new CSSStyleSheet();
rules.replaceSync(purposeRules());
document.adoptedStyleSheets.push(rules);

/** What is drawn of an annotation. */
interface Mark {
	id: AnnotationId;
	purpose: Annotation['purpose'];
	range: TextRange;
}

interface Drawn {
	purpose: Annotation['purpose'];
	range: TextRange;
	ranges: Range[];
	/** False while some of its passages are not drawn. */
	isWhole: boolean;
}

/** Draws annotations on the text with the CSS Custom Highlight API: one `Highlight` a purpose, no change to the document. */
export interface AnnotationHighlights {
	/** Shows exactly these annotations; ranges of those that did not change are kept. */
	show(annotations: readonly Annotation[], editionId: EditionId): void;
	activate(id: AnnotationId | null): void;
	rangesOf(id: AnnotationId): readonly Range[];
	dispose(): void;
}

/** @param blocks of the edition that `dom` shows, in order. */
export function createAnnotationHighlights(dom: PassageDom, blocks: readonly TextBlock[]): AnnotationHighlights {
	const drawn = new Map<AnnotationId, Drawn>();
	const active = register(activeHighlightName, 10);
	const layers = new Map(
		purposeStyles.map(({ purpose, priority }) => [purpose, register(highlightName(purpose), priority)]),
	);
	let activeId: AnnotationId | null = null;
	let lit: readonly Range[] = [];

	function erase(id: AnnotationId): void {
		const old = drawn.get(id);
		for (const range of old?.ranges ?? []) layers.get(old?.purpose ?? 'note')?.delete(range);
		drawn.delete(id);
	}

	function draw({ id, purpose, range }: Mark): void {
		const known = drawn.get(id);
		if (known?.isWhole && known.purpose === purpose && compareRanges(known.range, range) === 0) return;
		erase(id);
		const parts = partsOf(range, blocks);
		const ranges = parts.flatMap((part) => dom.rangeOf(part) ?? []);
		for (const drawnRange of ranges) layers.get(purpose)?.add(drawnRange);
		drawn.set(id, {
			purpose,
			range,
			ranges,
			isWhole: ranges.length === parts.length,
		});
	}

	function activate(id: AnnotationId | null): void {
		activeId = id;
		for (const range of lit) active.delete(range);
		lit = (id && drawn.get(id)?.ranges) || [];
		for (const range of lit) active.add(range);
	}

	return {
		show(annotations, editionId) {
			const shown = annotations.flatMap((one) => {
				const range = rangeIn(one, editionId);
				return range ? [{ id: one.id, purpose: one.purpose, range }] : [];
			});
			const ids = new Set(shown.map((one) => one.id));
			for (const id of [...drawn.keys()]) if (!ids.has(id)) erase(id);
			for (const mark of shown) draw(mark);
			activate(activeId);
		},
		activate,
		rangesOf: (id) => drawn.get(id)?.ranges ?? [],
		dispose() {
			for (const id of [...drawn.keys()]) erase(id);
			activate(null);
		},
	};
}

/** One highlight a name, for all texts in the window: two may be open beside each other. */
function register(name: string, priority: number): Highlight {
	const known = CSS.highlights.get(name);
	if (known) return known;
	const highlight = new Highlight();
	highlight.priority = priority;
	CSS.highlights.set(name, highlight);
	return highlight;
}

/** One part a passage: a single DOM range over several would also cover what stands between them in the margin. */
function partsOf(range: TextRange, blocks: readonly TextBlock[]): PassagePart[] {
	return blocks.slice(range.startOrdinal, range.endOrdinal + 1).flatMap((block) => {
		const part = partWithin(range, block);
		return part ? [{ ordinal: block.ordinal, ...part }] : [];
	});
}
