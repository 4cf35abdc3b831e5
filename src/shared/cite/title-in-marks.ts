import type { Locale } from '../messages/locales.ts';
import { withinLine } from '../text/base-direction.ts';
import { withInnerMarks } from '../text/inner-marks.ts';
import { inQuotationMarks, marksFor } from './quotation-marks.ts';

/** A title between the quotation marks of a language: marks within it that are the outer ones become those of the second level. */
export function titleInMarks(title: string, language: Locale): string {
	const [open = '', close = ''] = marksFor(language).map((mark) => mark.trim());
	return withinLine(inQuotationMarks(withInnerMarks(title, open, close), language));
}
