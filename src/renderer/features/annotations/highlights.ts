import type { PassageDom } from '#renderer/lib/passage-dom.ts';
import { type Annotation, rangeIn } from '#shared/domain/annotation.ts';
import type { AnnotationId, EditionId } from '#shared/domain/ids.ts';
import { partWithin, type TextBlock } from '#shared/domain/text-range.ts';
import type { AwaitedMark } from './annotations-store.ts';
import { highlightName, purposeRules, purposeStyles } from './purpose-style.ts';

/** Name of the highlight over the words of the annotation that is pointed at. */
export const activeHighlightName = 'annotation-active';

const rules = new CSSStyleSheet();
rules.replaceSync(purposeRules());
document.adoptedStyleSheets.push(rules);

/** What an annotation marks of one passage. A DOM range over several would also cover what is between them in the margin. */
interface Mark {
	id: AnnotationId;
	purpose: Annotation['purpose'];
	start: number;
	end: number;
}

interface DrawnMark extends Mark {
	range: Range;
}

/**
 * Draws annotations on the text with the CSS Custom Highlight API: one `Highlight` a purpose, no change to the document.
 * Only marks of passages near the screen are drawn: the browser goes through all there are for every frame.
 */
export interface AnnotationHighlights {
	/**
	 * Shows exactly these annotations and marks; ranges of marks that did not change are kept.
	 *
	 * @param blocks of that edition, in order.
	 */
	show(
		annotations: readonly Annotation[],
		awaited: readonly AwaitedMark[],
		editionId: EditionId,
		blocks: readonly TextBlock[],
	): void;
	/** From now on these passages are near the screen, by their ordinals. */
	look(near: ReadonlySet<number>): void;
	activate(id: AnnotationId | null): void;
	/** What is drawn of an annotation. */
	rangesOf(id: AnnotationId): readonly Range[];
	dispose(): void;
}

export function createAnnotationHighlights(dom: PassageDom): AnnotationHighlights {
	const active = register(activeHighlightName, 10);
	const layers = new Map(
		purposeStyles.map(({ purpose, priority }) => [purpose, register(highlightName(purpose), priority)]),
	);
	/** By ordinal. */
	let marks: ReadonlyMap<number, readonly Mark[]> = new Map();
	let near: ReadonlySet<number> = new Set();
	const drawn = new Map<number, readonly DrawnMark[]>();
	let activeId: AnnotationId | null = null;
	let lit: readonly Range[] = [];

	function draw(ordinal: number): void {
		const wanted = (near.has(ordinal) && marks.get(ordinal)) || [];
		const known = drawn.get(ordinal) ?? [];
		const kept = new Set<DrawnMark>();
		const next = wanted.flatMap((mark) => {
			const same = known.find((one) => isSame(one, mark));
			if (same) {
				kept.add(same);
				return same;
			}
			const range = dom.rangeOf({ ordinal, start: mark.start, end: mark.end });
			if (!range) return [];
			layers.get(mark.purpose)?.add(range);
			return { ...mark, range };
		});
		for (const old of known) if (!kept.has(old)) layers.get(old.purpose)?.delete(old.range);
		if (next.length > 0) drawn.set(ordinal, next);
		else drawn.delete(ordinal);
	}

	function drawAll(): void {
		for (const ordinal of new Set([...drawn.keys(), ...near])) draw(ordinal);
		activate(activeId);
	}

	function rangesOf(id: AnnotationId): Range[] {
		return [...drawn.values()].flatMap((each) => each.flatMap((mark) => (mark.id === id ? mark.range : [])));
	}

	function activate(id: AnnotationId | null): void {
		activeId = id;
		for (const range of lit) active.delete(range);
		lit = id ? rangesOf(id) : [];
		for (const range of lit) active.add(range);
	}

	return {
		show(annotations, awaited, editionId, blocks) {
			marks = marksOf(annotations, awaited, editionId, blocks);
			drawAll();
		},
		look(passages) {
			near = passages;
			drawAll();
		},
		activate,
		rangesOf,
		dispose() {
			near = new Set();
			activeId = null;
			drawAll();
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

function marksOf(
	annotations: readonly Annotation[],
	awaited: readonly AwaitedMark[],
	editionId: EditionId,
	blocks: readonly TextBlock[],
): ReadonlyMap<number, readonly Mark[]> {
	const marks = new Map<number, Mark[]>();
	const add = ({ id, purpose, range }: AwaitedMark) => {
		for (const block of blocks.slice(range.startOrdinal, range.endOrdinal + 1)) {
			const part = partWithin(range, block);
			if (!part) continue;
			const onPassage = marks.get(block.ordinal);
			if (onPassage) onPassage.push({ id, purpose, ...part });
			else marks.set(block.ordinal, [{ id, purpose, ...part }]);
		}
	};
	// An answer that has come stands in both for a moment.
	const missing = new Map(awaited.map((mark) => [mark.id, mark]));
	for (const annotation of annotations) {
		const { id, purpose } = annotation;
		const range = rangeIn(annotation, editionId);
		if (range) add({ id, purpose, range });
		missing.delete(id);
	}
	for (const mark of missing.values()) if (mark.range.editionId === editionId) add(mark);
	return marks;
}

function isSame(one: Mark, other: Mark): boolean {
	return one.id === other.id && one.purpose === other.purpose && one.start === other.start && one.end === other.end;
}
