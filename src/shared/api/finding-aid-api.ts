import * as v from 'valibot';
import { type FindingAidFormat, type FindingAidSummary, findingAidFormats } from '../domain/finding-aid.ts';
import { lineSchema } from './schemas.ts';

export interface FindingAidCalls {
	/** The whole file as text: for clients that keep it themselves. */
	exportText(argument: { format: FindingAidFormat }): FindingAidSummary & { text: string };
	/** Writes the file, over what has that name. */
	exportTo(argument: { format: FindingAidFormat; path: string }): FindingAidSummary;
}

const format = v.picklist(findingAidFormats);

export const findingAidArguments = {
	exportText: v.object({ format }),
	exportTo: v.object({ format, path: lineSchema }),
};
