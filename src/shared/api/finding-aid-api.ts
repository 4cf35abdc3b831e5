import * as v from 'valibot';
import {
	type FindingAidFormat,
	type FindingAidSheet,
	type FindingAidSummary,
	findingAidFormats,
} from '../domain/finding-aid.ts';
import { lineSchema, nothing } from './schemas.ts';

export interface FindingAidCalls {
	/** The whole file as text: for clients that keep it themselves. */
	exportText(argument: { format: FindingAidFormat }): FindingAidSummary & { text: string };
	/** Writes the file, over what has that name. */
	exportTo(argument: { format: FindingAidFormat; path: string }): FindingAidSummary;
	/** What it says, for paper. */
	sheet(): FindingAidSummary & { sheet: FindingAidSheet };
}

const format = v.picklist(findingAidFormats);

export const findingAidArguments = {
	exportText: v.object({ format }),
	exportTo: v.object({ format, path: lineSchema }),
	sheet: nothing,
};
