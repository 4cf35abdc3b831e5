import { activeLocale } from '#shared/messages/messages.ts';

const pattern = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const units = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const;

/** An ISO 8601 duration of whole numbers in words, unit by unit as it is given: PT24H is "24 hours". Others as they stand. */
export function durationWords(duration: string): string {
	const amounts = pattern.exec(duration)?.slice(1);
	const parts = (amounts ?? []).flatMap((amount, at) => {
		const unit = units[at];
		return amount === undefined || !unit ? [] : [inUnit(Number(amount), unit)];
	});
	if (parts.length === 0) return duration;
	return new Intl.ListFormat(activeLocale(), { type: 'unit', style: 'long' }).format(parts);
}

function inUnit(amount: number, unit: (typeof units)[number]): string {
	return new Intl.NumberFormat(activeLocale(), { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
}
