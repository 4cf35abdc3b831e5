import { message } from '#shared/messages/messages.ts';
import { wordList } from '#shared/messages/word-list.ts';

const pattern = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const units = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const;

/** An ISO 8601 duration of whole numbers in words, unit by unit as it is given: PT24H is "24 hours". Others as they stand. */
export function durationWords(duration: string): string {
	const amounts = pattern.exec(duration)?.slice(1);
	const parts = (amounts ?? []).flatMap((amount, at) => {
		const unit = units[at];
		return amount === undefined || !unit ? [] : [message(`unit.${unit}`, { count: Number(amount) })];
	});
	if (parts.length === 0) return duration;
	return wordList(parts, 'unit');
}
