import type { Years } from '../domain/chronology.ts';
import { message } from '../messages/messages.ts';
import type { Stretch } from '../text/edtf/extent.ts';
import { escapeXml } from '../text/escape-xml.ts';
import { tickWords } from './axis-words.ts';
import type { EventContext } from './event-context.ts';
import { stretchOfYears } from './event-filter.ts';
import { markWords, noteWords, whenWords } from './event-words.ts';
import { fittedLines } from './fitted-text.ts';
import type { Lane } from './lanes.ts';
import { type LaidLane, layOut, type Mark, sizes } from './layout.ts';
import { markShapes } from './mark-shapes.ts';
import type { PlacedEvent } from './placed-events.ts';
import { sameEventJoins } from './same-events.ts';
import { fitted, type TimeScale, ticksOf } from './time-scale.ts';

export interface PictureOptions {
	title: string;
	lanes: readonly Lane[];
	context: EventContext;
	/** What is shown of the events, all of which lie in it in part. */
	years?: Years;
}

const allYears: Years = { fromYear: null, toYear: null };
const widthPx = 1400;
const labelPx = 150;
const headPx = 74;
const axisPx = 28;
const lineHeightPx = 16;
/** A file of a hundred thousand shapes opens nowhere. */
const mostMarks = 5000;

/** Colours of paper; readers in the dark print too. */
const style = `text{font:12px "Noto Sans",system-ui,sans-serif;fill:#211c17}.title{font:600 20px "Noto Serif",Georgia,serif}
.soft{fill:#655c52;font-size:11px}.rule{stroke:#ded6ca;fill:none}.mark{color:#1d5c63}.doubtful{opacity:.6}
.point,.sure,.arrow{fill:currentColor}.span{fill:currentColor;fill-opacity:.25;stroke:currentColor}
.doubtful .span,.doubtful .point{stroke:currentColor;stroke-dasharray:3 2}.doubtful .point{fill-opacity:.35}
.tail-start{fill:url(#to-start)}.tail-end{fill:url(#to-end)}.same{stroke:#655c52;stroke-dasharray:2 3;fill:none}
.join{stroke:currentColor;stroke-dasharray:2 3;fill:none}
.bound{stroke:currentColor;stroke-width:2}.one-of .span,.one-of .point{fill:none;stroke:currentColor}`;

/**
 * The whole chronology as one SVG picture, unfolded, from its first to its last time or over the years it is narrowed to;
 * what has no time is listed below.
 */
export function chronologySvg({ title, lanes: whole, context, years = allYears }: PictureOptions): string {
	const within = stretchOfYears(years);
	const lanes = whole.map((lane) => ({ ...lane, events: lane.events.map((placed) => seenWithin(placed, within)) }));
	const placed = lanes.flatMap(({ events }) => events);
	const stretches = placed.flatMap(({ stretch }) => stretch ?? []);
	const scale = fitted(stretches, widthPx - labelPx, sizes.cardPx, within);
	const unfolded = new Set(placed.length <= mostMarks ? lanes.map(({ key }) => key) : []);
	const { pxPerDay } = scale;
	const laid = layOut(lanes, { pxPerDay, unfolded, titlePx: 0 });
	const nowhere = unplaced(placed, context);
	const bottomPx = headPx + axisPx + laid.heightPx;
	const heightPx = bottomPx + (nowhere.length > 0 ? 40 + nowhere.length * lineHeightPx : 0) + 20;
	return `${[
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthPx} ${round(heightPx)}" width="${widthPx}" height="${round(heightPx)}" role="img">`,
		`<title>${escapeXml(title)}</title><style>${style}</style>`,
		definitions,
		`<rect width="100%" height="100%" fill="#fdfbf7"/>`,
		text(20, 40, title, 'title'),
		...(years === allYears ? [] : [text(20, 62, yearsWords(years), 'soft')]),
		...axis(scale, laid.heightPx),
		...laid.lanes.flatMap((lane) => laneLines(lane, scale, context)),
		...(nowhere.length > 0 ? [text(20, bottomPx + 30, message('chronology.nowhere'), '')] : []),
		...nowhere.map((line, at) => text(20, bottomPx + 50 + at * lineHeightPx, line, 'soft')),
		'</svg>',
	].join('\n')}\n`;
}

const definitions = `<defs><clipPath id="in-sight"><rect x="${labelPx}" width="${widthPx - labelPx}" height="100%"/></clipPath><linearGradient id="to-end"><stop stop-color="#1d5c63" stop-opacity=".7"/><stop offset="1" stop-color="#1d5c63" stop-opacity="0"/></linearGradient><linearGradient id="to-start"><stop stop-color="#1d5c63" stop-opacity="0"/><stop offset="1" stop-color="#1d5c63" stop-opacity=".7"/></linearGradient></defs>`;

function axis(scale: TimeScale, lanesPx: number): string[] {
	return ticksOf(scale, widthPx - labelPx)
		.map((tick) => ({ tick, x: labelPx + (tick.day - scale.startDay) * scale.pxPerDay }))
		.filter(({ x }) => x >= labelPx)
		.flatMap(({ tick, x }) => [
			`<path class="rule" d="M${round(x)} ${headPx}v${round(axisPx + lanesPx)}"/>`,
			text(x + 6, headPx + 18, tickWords(tick), 'soft'),
		]);
}

function laneLines(laid: LaidLane, scale: TimeScale, context: EventContext): string[] {
	const topPx = headPx + axisPx + laid.topPx;
	return [
		`<path class="rule" d="M0 ${round(topPx)}h${widthPx}"/>`,
		...fittedLines(laid.lane.title, labelPx - 36, 12, 3).map((line, at) =>
			text(20, topPx + 24 + at * lineHeightPx, line, ''),
		),
		// What goes on before the years that are shown does not run into the titles of the lanes.
		'<g clip-path="url(#in-sight)">',
		...joinLines(laid, scale, topPx - laid.topPx),
		...laid.marks.map((mark) => markLine(mark, scale, context)),
		...laid.stacks.map(({ fromPx, topPx: stackPx, count }) =>
			text(x(fromPx, scale), headPx + axisPx + stackPx + 14, `+${count}`, 'soft'),
		),
		'</g>',
	];
}

/** @param topPx where the lanes begin */
function joinLines(laid: LaidLane, scale: TimeScale, topPx: number): string[] {
	return sameEventJoins(laid, laid.marks, scale.startDay * scale.pxPerDay - labelPx).map(
		({ path }) => `<path class="same" transform="translate(0 ${topPx})" d="${path}"/>`,
	);
}

function yearsWords({ fromYear, toYear }: Years): string {
	return message('date.years', { from: String(fromYear ?? '…'), to: String(toYear ?? '…') });
}

/** Its words stand where it comes into sight; its shapes are drawn from what it says, and cut off. */
function seenWithin(placed: PlacedEvent, { from, to }: Stretch): PlacedEvent {
	const { stretch } = placed;
	if (!stretch) return placed;
	// An end that is open stays so: what has no beginning has its words before its end.
	const seen = (edge: number) => (Number.isFinite(edge) ? Math.min(Math.max(edge, from), to) : edge);
	return { ...placed, stretch: { from: seen(stretch.from), to: seen(stretch.to) } };
}

function markLine({ placed, fromPx, topPx }: Mark, scale: TimeScale, context: EventContext): string {
	const { extent, event } = placed;
	const isDoubtful = extent?.isUncertain || extent?.isApproximate || placed.placing === 'ordered';
	const classes = ['mark', extent?.choice ?? '', isDoubtful ? 'doubtful' : ''].filter(Boolean).join(' ');
	const shift = labelPx - scale.startDay * scale.pxPerDay;
	const shapes = markShapes(placed, scale.pxPerDay).map(({ role, path }) => `<path class="${role}" d="${path}"/>`);
	const left = x(fromPx, scale);
	const lines = [
		...fittedLines(whenWords(placed, context), sizes.cardPx, 11, 1).map((line) => ({ line, className: 'soft' })),
		...fittedLines(event.title, sizes.cardPx, 12, 2).map((line) => ({ line, className: '' })),
		...[noteWords(placed)].filter(Boolean).map((line) => ({ line, className: 'soft' })),
	];
	const words = lines.map(({ line, className }, at) =>
		text(left, headPx + axisPx + topPx + sizes.bandPx + 12 + at * 15, line, className),
	);
	const top = round(headPx + axisPx + topPx);
	return `<g><title>${escapeXml(markWords(placed, context))}</title><g class="${classes}" transform="translate(${round(shift)} ${top})">${shapes.join('')}</g>${words.join('')}</g>`;
}

function x(px: number, { startDay, pxPerDay }: TimeScale): number {
	return labelPx + px - startDay * pxPerDay;
}

function unplaced(placed: readonly PlacedEvent[], context: EventContext): string[] {
	const events = new Map(placed.flatMap((each) => (each.stretch ? [] : [[each.event.id, each] as const])));
	return [...events.values()].map((each) => `${each.event.title} · ${whenWords(each, context)}`);
}

function text(atX: number, atY: number, words: string, className: string): string {
	const attribute = className === '' ? '' : ` class="${className}"`;
	return `<text${attribute} x="${round(atX)}" y="${round(atY)}">${escapeXml(words)}</text>`;
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
